/**
 * Characters that change how others are shown without being seen: overrides, embeddings and isolates of the reading direction, and
 * control characters but for the tab and the line break. Marks of the direction stay: Arabic and Hebrew are written with them.
 */
const unseen = /[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FFF9}-\u{FFFB}]|(?![\t\n])\p{Cc}/gu

/** A text of a stranger as it may be shown: what could reorder or hide parts of it is left out. */
export const shownText = (text: string): string => text.replace(/\r\n?/gu, '\n').replace(unseen, '')

/** Whether a text holds something that `shownText` leaves out. */
export const hasUnseen = (text: string): boolean => text.search(unseen) >= 0
