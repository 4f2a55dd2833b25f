const digitsIn = (text: string): string => text.replaceAll(/\D/g, '')

/**
 * `text`, which spells the number `address`, with the digits of `replacement` in the places of its own; null where they are not the
 * number's last digits. Both numbers are E.164 and of one length.
 */
export function respell(text: string, address: string, replacement: string): string | null {
  const written = digitsIn(text)
  const digits = address.slice(1)
  const count = commonEnd(written, digits)
  if (count < Math.min(written.length, digits.length) - 3 || count === 0) return null
  const taken = replacement.slice(-count)
  const keptCount = written.length - count
  let at = 0
  return text.replaceAll(/\d/g, (digit) => {
    const replaced = at < keptCount ? digit : taken.charAt(at - keptCount)
    at += 1
    return replaced
  })
}

function commonEnd(one: string, other: string): number {
  let count = 0
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count += 1
  return count
}
