import { plainText } from '../plain-text.ts'
import { longestRequest } from './outside-request.ts'

/** What a link asks for. `unreadable` is no link that this app opens. */
export type LinkMeaning =
  | { readonly kind: 'call' }
  | {
      readonly kind: 'write'
      /** As they are written. */
      readonly recipients: readonly [string, ...string[]]
      /** Empty where the link brings none. */
      readonly body: string
    }
  | { readonly kind: 'unreadable' }

const unreadable: LinkMeaning = { kind: 'unreadable' }

// iOS puts "&" before the first field, too.
const linkParts = /^(tel|callto|sms):(?:\/\/)?([^?&]*)(?:[?&](.*))?$/i

/**
 * Reads a `tel:`, `callto:` or `sms:` link (RFC 3966, RFC 5724) from whoever made it. Parameters count for nothing, and neither do
 * fields but the body.
 */
export function readLink(url: string): LinkMeaning {
  const [, scheme, subject = '', fields = ''] = linkParts.exec(url) ?? []
  if (scheme === undefined || url.length > longestRequest || hasControls(url)) return unreadable
  const recipients = readRecipients(subject)
  if (recipients === null) return unreadable
  if (scheme.toLowerCase() !== 'sms') return { kind: 'call' }
  const [first, ...others] = recipients
  return first === undefined
    ? unreadable
    : { kind: 'write', recipients: [first, ...others], body: readBody(fields) }
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text)

/** Null where one is not well written. */
function readRecipients(subject: string): readonly string[] | null {
  const written = subject.split(',')
  const read = written.map((it) => decoded(it.replace(/;.*/, ''))).filter((it) => it !== null)
  if (read.length < written.length || read.some(hasControls)) return null
  return read.map(plainText).filter((it) => it !== '')
}

/** The first field of that name; none where it is not well written. */
function readBody(fields: string): string {
  const field = fields.split('&').find((it) => /^body=/i.test(it)) ?? ''
  return plainText((decoded(field.slice('body='.length)) ?? '').replaceAll(/\r\n?/g, '\n'))
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
