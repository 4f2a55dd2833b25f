import { describe, expect, it } from 'vitest'
import { webhookToken } from '../../../../../src/main/core/webhooks/index.ts'
import { tokenCheck } from '../../../../../src/main/core/webhooks/token-check.ts'

describe('tokenCheck', () => {
  const [now, before] = [webhookToken('the-token-now'), webhookToken('the-token-before')]

  it('tells which token it is', () => {
    const check = tokenCheck(() => [now, before])
    expect(check(now.value)).toBe(now)
    expect(check(before.value)).toBe(before)
  })

  it.each([
    '',
    'the-token',
    'the-token-now ',
    'THE-TOKEN-NOW',
    now.id,
    '__proto__',
    '\0',
    'x'.repeat(16_000)
  ])('knows no other: %j', (candidate) => {
    expect(tokenCheck(() => [now, before])(candidate)).toBeNull()
  })

  it('goes by the tokens of the moment', () => {
    let tokens = [now]
    const check = tokenCheck(() => tokens)
    expect(check(before.value)).toBeNull()
    tokens = [before]
    expect(check(before.value)).toBe(before)
    expect(check(now.value)).toBeNull()
    tokens = []
    expect(check(before.value)).toBeNull()
    expect(check('')).toBeNull()
  })
})

describe('webhookToken', () => {
  it('has an id that is its own and tells nothing of it', () => {
    expect(webhookToken('a').id).toBe(webhookToken('a').id)
    expect(webhookToken('a').id).not.toBe(webhookToken('b').id)
    expect(webhookToken('a').id).toMatch(/^[\da-f]{12}$/)
  })
})
