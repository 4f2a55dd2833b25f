import { decodeQuotedPrintable } from './quoted-printable.ts'

/** A card's lines in a form that a parser of vCard 3 and 4 reads; `charset` is the one that is not known. */
export type CardLines =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly charset: string }

const maxCardLength = 1_024 * 1_024
/** What a contact needs is far shorter; longer lines are left out before anything looks into them. */
const maxLineLength = 4_000
const wanted = /^(?:[\w-]+\.)?(VERSION|FN|N|ORG|TEL|X-ABLABEL)[;:]/i

/**
 * Keeps of a card what a contact needs (photos are most of a file) and brings vCard 2.1 into the form of 3.0: bare parameters
 * named, quoted-printable decoded, commas escaped, which separate nothing there.
 */
export function vcardLines(card: string): CardLines {
  const unfolded = card
    .slice(0, maxCardLength)
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n|\r/)
  const isOld = unfolded.some((line) => /^VERSION:\s*2/i.test(line))
  const lines: string[] = []
  for (let index = 0; index < unfolded.length; index += 1) {
    let line = unfolded[index] ?? ''
    const isQuoted = isQuotedPrintable(line)
    if (isQuoted) {
      const last = lastOfQuoted(unfolded, index)
      line = unfolded
        .slice(index, last + 1)
        .map((part, at) => (at < last - index ? part.slice(0, -1) : part))
        .join('')
      index = last
    }
    if (line.length > maxLineLength || !wanted.test(line)) continue
    const plain = isOld || isQuoted ? modernLine(line) : { ok: true as const, line }
    if (!plain.ok) return plain
    lines.push(plain.line)
  }
  return { ok: true, lines: ['BEGIN:VCARD', ...lines, 'END:VCARD'] }
}

const isQuotedPrintable = (line: string): boolean =>
  /;(ENCODING=)?QUOTED-PRINTABLE/i.test(line.slice(0, Math.max(0, line.indexOf(':'))))

/** Quoted-printable goes on in the next line after a "=" at the end. */
function lastOfQuoted(lines: readonly string[], first: number): number {
  let last = first
  while (lines[last]?.endsWith('=') && last + 1 < lines.length) last += 1
  return last
}

type ModernLine =
  | { readonly ok: true; readonly line: string }
  | { readonly ok: false; readonly charset: string }

function modernLine(line: string): ModernLine {
  const colon = line.indexOf(':')
  const [name = '', ...parameters] = line.slice(0, colon).split(';')
  const value = line.slice(colon + 1)
  const isQuoted = parameters.some((parameter) => /QUOTED-PRINTABLE$/i.test(parameter))
  const charset = parameters.find((parameter) => /^CHARSET=/i.test(parameter))?.slice(8) ?? 'utf-8'
  const text = isQuoted ? decodeQuotedPrintable(value, charset) : value
  if (text === null) return { ok: false, charset }
  const types = parameters
    .filter((parameter) => !/^(ENCODING|CHARSET|LANGUAGE|VALUE)=/i.test(parameter))
    .map((parameter) => parameter.replace(/^TYPE=/i, ''))
    .filter((type) => /^[\w,-]+$/.test(type) && !/^(QUOTED-PRINTABLE|8BIT|7BIT)$/i.test(type))
  const typeList = types.length === 0 ? '' : `;TYPE=${types.join(',')}`
  return { ok: true, line: `${name}${typeList}:${text.replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n')}` }
}
