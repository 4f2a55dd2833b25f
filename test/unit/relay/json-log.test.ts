import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor } from '../../../src/main/core/redact.ts'
import { createJsonLog } from '../../../src/relay/serving/json-log.ts'

const canary = 'canary-Zq7xV2mN8pL4kJ6h'

function write(message: string, details?: Readonly<Record<string, unknown>>): string {
  const redactor = createRedactor()
  redactor.addSecret(canary)
  const lines: string[] = []
  const log = createJsonLog({ relay: 'r', redactor, nowMs: () => 0, write: (line) => lines.push(line) })
  log.warn(message, details)
  return lines.join('')
}

test('each event is one line of JSON', () => {
  expect(write('It broke', { code: 7, why: 'a\nb\u202Ec\u2028' })).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","level":"warn","relay":"r","message":"It broke","code":7,"why":"a\\nb\\u202ec\\u2028"}\n'
  )
})

test('whatever is written stays one readable line without secrets', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant(canary),
    fc.constant(`token="${canary}\\"`)
  )
  fc.assert(
    fc.property(text, text, (message, detail) => {
      const line = write(`${message}${canary}`, { detail, inside: { list: [detail] } })
      expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      expect(line).not.toContain(canary.slice(0, 8))
      expect(JSON.parse(line)).toMatchObject({ level: 'warn' })
    })
  )
})
