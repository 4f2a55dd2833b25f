import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../src/main/core/redact.ts'

const piecesOf = (secret: string) =>
  Array.from({ length: secret.length - 7 }, (_, start) => secret.slice(start, start + 8))

describe('createRedactor', () => {
  it('shows no 8 characters of a secret it was told of, wherever it stands', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/._~-]{8,64}$/)
    const harmless = fc.stringMatching(/^[ €äüß()!?]{0,40}$/)
    fc.assert(
      fc.property(secret, harmless, harmless, (canary, before, after) => {
        const redactor = createRedactor()
        redactor.addSecret(canary)
        const shown = redactor.redact(`${before}${canary}${after}${canary.slice(3)} ${canary.slice(0, -2)}`)
        expect(piecesOf(canary).filter((piece) => shown.includes(piece))).toEqual([])
        expect(shown.startsWith(before)).toBe(true)
      })
    )
  })

  it('marks each run of a secret once and leaves the rest as it was', () => {
    const redactor = createRedactor()
    redactor.addSecret('canary-0123456789')
    expect(redactor.redact('the key canary-0123456789 of 1001, its end 23456789.')).toBe(
      'the key [redacted] of 1001, its end [redacted].'
    )
  })

  it('knows a secret as addresses and quoted texts spell it', () => {
    const secret = 'a+b/c=d"e\\f g'
    const redactor = createRedactor()
    redactor.addSecret(secret)
    const inAddress = encodeURIComponent(secret)
    expect(redactor.redact(`?k=${inAddress} `)).toBe('?k=[redacted] ')
    expect(redactor.redact(inAddress.replaceAll(/%\w\w/g, (code) => code.toLowerCase()))).toBe('[redacted]')
    expect(redactor.redact(JSON.stringify(secret))).toBe('"[redacted]"')
  })

  it('takes out short secrets whole', () => {
    const redactor = createRedactor()
    redactor.addSecret('hunter2')
    expect(redactor.redact('it is hunter2')).toBe('it is [redacted]')
  })

  it.each([
    ['X-API-Key: abc123', 'X-API-Key: [redacted]'],
    ['{"provided_key":"vk_9"}', '{"provided_key":"[redacted]"}'],
    ['Authorization: Bearer abc123, then', 'Authorization: Bearer [redacted], then'],
    ['to=%2Fx%3Ftoken%3Dabc123', 'to=%2Fx%3Ftoken%3D[redacted]'],
    ['https://host/?token=abc&x=1', 'https://host/?token=[redacted]&x=1'],
    [
      'http://127.0.0.1:4870/hooks/Yk3x9QpZr0bT7uWvLmN2sD5fGhJ8kA1cE4iO6yUqXwB',
      'http://127.0.0.1:4870/hooks/[redacted]'
    ]
  ])('finds what looks like a secret in %s', (text, expected) => {
    expect(createRedactor().redact(text)).toBe(expected)
  })

  it('leaves numbers, identifiers and words alone', () => {
    const text =
      'dial 018f3c1e-7b7a-4c1e-9d6f-0a1b2c3d4e5f to +15551234567, extension 1001: internationalization'
    expect(createRedactor().redact(text)).toBe(text)
  })
})
