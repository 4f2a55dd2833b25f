// RFC 3492, section 5: the parameters of Punycode.
const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const firstBias = 72
const firstCode = 128
const prefix = 'xn--'

/** `xn--mnchen-3ya.example` as `münchen.example`; a label that is no Punycode stays as it is. */
export const unicodeHost = (host: string): string =>
  host
    .split('.')
    .map((label) => (label.startsWith(prefix) ? (decode(label.slice(prefix.length)) ?? label) : label))
    .join('.')

/** The label that `encoded` stands for (RFC 3492, section 6.2); null where it stands for none. */
function decode(encoded: string): string | null {
  const lastHyphen = encoded.lastIndexOf('-')
  const codes = Array.from(encoded.slice(0, Math.max(0, lastHyphen)), (it) => it.charCodeAt(0))
  let code = firstCode
  let bias = firstBias
  let position = 0
  let at = lastHyphen + 1
  while (at < encoded.length) {
    const before = position
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitOf(encoded[at] ?? '')
      if (digit === null) return null
      at += 1
      position += digit * weight
      const threshold = Math.min(Math.max(k - bias, tMin), tMax)
      if (digit < threshold) break
      weight *= base - threshold
    }
    const count = codes.length + 1
    bias = adapt(position - before, count, before === 0)
    code += Math.floor(position / count)
    position %= count
    if (code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)) return null
    codes.splice(position, 0, code)
    position += 1
  }
  const label = String.fromCodePoint(...codes)
  return label === '' || /\p{Cc}/u.test(label) ? null : label
}

function digitOf(character: string): number | null {
  if (/^[a-z]$/iu.test(character)) return character.toLowerCase().charCodeAt(0) - 97
  return /^\d$/u.test(character) ? Number(character) + 26 : null
}

/** RFC 3492, section 6.1. */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2))
  rest += Math.floor(rest / count)
  let k = 0
  for (; rest > Math.floor(((base - tMin) * tMax) / 2); k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}
