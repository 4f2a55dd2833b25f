// C0 and C1 controls but tab and line feed, and everything that turns the direction of writing.
const invisible = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text from outside without the characters that make it look like something else. */
export const plainText = (text: string): string => text.replaceAll(invisible, '').trim()
