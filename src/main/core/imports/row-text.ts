const maxTextLength = 200

/** A cell as one line without control characters; what it says is never anything but text. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .trim()

/** The beginning of a text; a character of two UTF-16 units is not cut in half. */
export const shortText = (text: string): string =>
  text.slice(0, maxTextLength).replace(/[\ud800-\udbff]$/, '')
