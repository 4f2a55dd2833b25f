import type { WebhookPayload } from './payload.ts'

/** `json` is a body; the others are fields, in the query of a GET or the form of a POST. */
export const webhookEncodings = ['json', 'flat', 'bracketed', 'dotted', 'metadata_json'] as const

export type WebhookEncoding = (typeof webhookEncodings)[number]

export interface EncodedWebhook {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface WebhookTarget {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly encoding: WebhookEncoding
}

export function encodeWebhook(
  { url, method, encoding }: WebhookTarget,
  payload: WebhookPayload
): EncodedWebhook {
  const target = new URL(url)
  if (encoding === 'json') return post(target, 'application/json', JSON.stringify(payload))
  const fields = encodeFields(payload, encoding)
  if (method === 'POST') return post(target, 'application/x-www-form-urlencoded', fields.toString())
  for (const [name, value] of fields) target.searchParams.append(name, value)
  return { method, url: target, headers: {}, body: '' }
}

function post(url: URL, contentType: string, body: string): EncodedWebhook {
  const headers = { 'content-type': contentType, 'content-length': String(Buffer.byteLength(body)) }
  return { method: 'POST', url, headers, body }
}

function encodeFields(payload: WebhookPayload, encoding: Exclude<WebhookEncoding, 'json'>): URLSearchParams {
  const { metadata, ...head } = payload
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(head)) fields.append(name, String(value))
  if (encoding === 'metadata_json') {
    fields.append('metadata', JSON.stringify(metadata))
    return fields
  }
  for (const [name, value] of Object.entries(metadata))
    fields.append(fieldNames[encoding](name), String(value))
  return fields
}

const fieldNames = {
  flat: (name: string) => name,
  bracketed: (name: string) => `metadata[${name}]`,
  dotted: (name: string) => `metadata.${name}`
}
