import type { Call } from './call.ts'
import type { Party } from './party.ts'

/** What a CRM's address can name of a person and of the call with them. */
export const crmFieldNames = [
  'number',
  'digits',
  'name',
  'company',
  'line',
  'queue',
  'extension',
  'callId'
] as const
export type CrmFields = Readonly<Record<(typeof crmFieldNames)[number], string>>

/** Why a template makes no address: it is not https, its host is not fixed text, or it names fields that there are not. */
export type CrmProblem =
  | { readonly kind: 'not-https' }
  | { readonly kind: 'has-credentials' }
  | { readonly kind: 'no-fixed-host' }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'stray-brace' }

export type CrmLink =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: CrmProblem }

const fixedStart =
  /^https:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?|\[[\da-f:.]+\])(?::\d{1,5})?$/iu
const fieldPattern = /\{([^{}]*)\}/gu

/** What is wrong with a template; null where it makes an address of whatever its fields hold. */
export function findCrmProblem(template: string): CrmProblem | null {
  const text = template.trim()
  if (!/^https:\/\//iu.test(text)) return { kind: 'not-https' }
  const start = startOf(text)
  if (start.includes('@')) return { kind: 'has-credentials' }
  if (!fixedStart.test(start)) return { kind: 'no-fixed-host' }
  for (const [, field = ''] of text.matchAll(fieldPattern)) {
    if (!isFieldName(field)) return { kind: 'unknown-field', field }
  }
  return /[{}]/u.test(text.replace(fieldPattern, '')) ? { kind: 'stray-brace' } : null
}

/**
 * The address of a person in the user's CRM. Fields come from whoever calls: each is percent-encoded whole, so that none of
 * them can be more than a part of the place where the template names it.
 */
export function makeCrmLink(template: string, fields: CrmFields): CrmLink {
  const problem = findCrmProblem(template)
  if (problem) return { ok: false, problem }
  const text = template.trim()
  const start = startOf(text)
  const rest = text.slice(start.length)
  const pathEnd = /[?#]/u.exec(rest)?.index ?? rest.length
  const path = rest
    .slice(0, pathEnd)
    .split(/[/\\]/u)
    .map((segment) => fillSegment(segment, fields))
    .join('/')
  return { ok: true, url: `${start}${path}${fill(rest.slice(pathEnd), fields)}` }
}

/** What the fields say of a person, and of the call where there is one. */
export const crmFieldsOf = (other: Party, call: Call | null, extension: string | null): CrmFields => ({
  number: other.address,
  digits: other.address.replace(/\D/gu, ''),
  name: other.name ?? '',
  company: other.company ?? '',
  line: call?.line?.address ?? '',
  queue: call?.queueName ?? '',
  extension: extension ?? '',
  callId: call?.id ?? ''
})

/** Scheme and host, up to where the path, the query or the fragment begins. */
const startOf = (text: string): string => /^https:\/\/[^/?#\\]*/iu.exec(text)?.[0] ?? ''

const fill = (text: string, fields: CrmFields): string =>
  text.replace(fieldPattern, (_whole, field: string) => (isFieldName(field) ? encode(fields[field]) : ''))

/** A caller named ".." would lead out of the folder that the template names: such a segment stays empty. */
function fillSegment(segment: string, fields: CrmFields): string {
  const filled = fill(segment, fields)
  return filled !== segment && /^(?:\.|%2e){1,2}$/iu.test(filled) ? '' : filled
}

const isFieldName = (field: string): field is keyof CrmFields =>
  crmFieldNames.some((known) => known === field)

/** Everything but letters, digits and `-._~`; half a surrogate pair, which cannot be encoded, becomes the sign for that. */
const encode = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/gu,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
  )
