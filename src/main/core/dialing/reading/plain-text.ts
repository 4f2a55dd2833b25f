/**
 * The text as it would be typed on a keyboard for English: digits of any script, full-width forms, dashes and spaces as ASCII, and none
 * of the invisible marks that come along when a number is copied. Not NFKC: that makes one more digit of a footnote's "²".
 */
export function plainText(text: string): string {
  if (/^[\n\x20-\x7e]*$/.test(text)) return text
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\ufe62/g, '+')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(betweenDigits, (mark) => (mark === 'ー' ? '-' : '.'))
}

// The long-vowel mark, as Japanese numbers have it for a dash; and dots in the middle of the line.
const betweenDigits = /(?<=\d)[ー\u00b7\u2022\u2219](?=\d)/g

const isDigit = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))

/** Unicode keeps the digits of a script together, from its zero on; some scripts follow each other without a gap. */
function asciiDigit(digit: string): string {
  if (digit <= '9') return digit
  let before = 0
  const codePoint = digit.codePointAt(0) ?? 0
  while (isDigit(codePoint - before - 1)) before += 1
  return String(before % 10)
}
