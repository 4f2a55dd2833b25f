import { describe, expect, it } from 'vitest'
import { encodeWebhook } from '../../../../src/simulator/webhooks/encoding.ts'
import { webhookPayload } from '../../../../src/simulator/webhooks/payload.ts'

const metadata = {
  from_number: '+15551234567',
  to_number: '+15559876543',
  body: 'a & b = c',
  message_id: 'msg_abc123'
}
const event = { name: 'SMS_RECEIVED', atMs: 1_704_067_200_999, metadata } as const
const payload = webhookPayload(event, 61, 'documented')
const url = 'http://127.0.0.1:9/hook?token=t'
const head = { event_name: 'SMS_RECEIVED', account_id: '61', timestamp: '1704067200' }

describe('webhookPayload', () => {
  it("is the document's: the account a string, the time in seconds", () => {
    expect(payload).toEqual({
      event_name: 'SMS_RECEIVED',
      account_id: '61',
      timestamp: 1_704_067_200,
      metadata
    })
  })

  it('may call everything differently', () => {
    expect(webhookPayload(event, 61, 'alternative').metadata).toEqual({
      from: '+15551234567',
      to: '+15559876543',
      message: 'a & b = c',
      id: 'msg_abc123'
    })
  })
})

describe('encodeWebhook', () => {
  it('posts JSON', () => {
    const encoded = encodeWebhook({ url, method: 'POST', encoding: 'json' }, payload)
    expect(encoded.headers['content-type']).toBe('application/json')
    expect(JSON.parse(encoded.body)).toEqual(payload)
  })

  it.for([
    ['flat', { ...metadata }],
    [
      'bracketed',
      Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value]))
    ],
    [
      'dotted',
      Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`metadata.${name}`, value]))
    ],
    ['metadata_json', { metadata: JSON.stringify(metadata) }]
  ] as const)('writes %s fields into the query of a GET or the form of a POST', ([encoding, fields]) => {
    const got = encodeWebhook({ url, method: 'GET', encoding }, payload)
    expect(Object.fromEntries(got.url.searchParams)).toEqual({ token: 't', ...head, ...fields })
    expect(got.body).toBe('')

    const posted = encodeWebhook({ url, method: 'POST', encoding }, payload)
    expect(posted.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(posted.body))).toEqual({ ...head, ...fields })
    expect(posted.url.href).toBe(url)
  })
})
