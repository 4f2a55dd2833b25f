import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine } from '../../../../src/main/core/one-line.ts'

test('of several lines it is the first that says something', () => {
  expect(oneLine('\n  The authtoken is not valid.\r\nYour authtoken: abc\n')).toBe(
    'The authtoken is not valid.'
  )
})

test('it is at most 200 characters long', () => {
  expect(oneLine('word '.repeat(100))).toHaveLength(200)
})

test('nothing steers a terminal or turns text around', () => {
  expect(oneLine('a\u001B[31mb\u0007c\u202Ed\u200Be')).toBe('a[31mbcde')
})

describe('Secrets', () => {
  test('the path of the webhooks is hidden', () => {
    expect(oneLine('dest=https://v.example/hooks/s3cret?x=1 type=http')).toBe(
      'dest=https://v.example/hooks/… type=http'
    )
  })

  test('what looks like a token is hidden, an address is not', () => {
    const token = 'eyJhIjoiNGY1NmJkYjA5MWVmNGI0NWE0YzZkOTQ0ZGM2Mzg1'
    expect(oneLine(`Post "https://api.trycloudflare.com/tunnel": ${token} failed`)).toBe(
      'Post "https://api.trycloudflare.com/tunnel": … failed'
    )
  })

  test('no eight characters of the secret are left, wherever they stand', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') })
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 8, maxLength: 20 }),
        text,
        (before, secret, after) => {
          const shown = oneLine(`${before}${secret}${after}`, secret)
          for (let at = 0; at + 8 <= secret.length; at += 1)
            expect(shown).not.toContain(secret.slice(at, at + 8))
        }
      )
    )
  })

  test('what is not of the secret stays', () => {
    expect(oneLine('before 0123456789 after', 'x0123456789y')).toBe('before … after')
    expect(oneLine('before 0123456 after', 'x0123456789y')).toBe('before 0123456 after')
    expect(oneLine('key abc here', 'abc')).toBe('key … here')
  })
})
