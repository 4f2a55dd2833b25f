import { LinkifyIt } from 'linkify-it'
import { unicodeHost } from './punycode.ts'
import { hasUnseen, shownText } from './shown-text.ts'

/** The server that a web address leads to. */
export interface LinkHost {
  /** As the network knows it, in ASCII. */
  readonly ascii: string
  /** As people would read it, where that differs. */
  readonly unicode: string | null
}

/** A piece of a message as it is shown. */
export type BodyPart = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'text' }
  /** A web address that can be opened after asking; `url` is as the message has it. */
  | { readonly kind: 'link'; readonly url: string; readonly host: LinkHost }
  /** An address that is not opened from here, only copied. */
  | { readonly kind: 'address' }
)

// Without a scheme nothing is taken for a link: what it would lead to were a guess.
const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false }).add('//', null)

/** The contract's limit on an address. */
const longestUrl = 2_000

/** The body of a message in pieces, its web addresses told apart. */
export function bodyParts(body: string): readonly BodyPart[] {
  const parts: BodyPart[] = []
  let from = 0
  const addText = (to: number) => {
    const text = shownText(body.slice(from, to))
    if (text !== '') parts.push({ kind: 'text', at: from, text })
  }
  for (const { index, lastIndex, raw } of linkify.match(body) ?? []) {
    addText(index)
    const host = hostToOpen(raw)
    const seen = { at: index, text: shownText(raw) }
    parts.push(host ? { kind: 'link', ...seen, url: raw, host } : { kind: 'address', ...seen })
    from = lastIndex
  }
  addText(body.length)
  return parts
}

/** The server of an address that may be opened; null where it is not https, names a user, or hides something. */
function hostToOpen(raw: string): LinkHost | null {
  if (raw.length > longestUrl || hasUnseen(raw)) return null
  const url = parseUrl(raw)
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.host === '') return null
  const unicode = unicodeHost(url.host)
  return { ascii: url.host, unicode: unicode === url.host ? null : unicode }
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
