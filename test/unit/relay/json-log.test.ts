import { Writable } from 'node:stream'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor } from '../../../src/main/core/redact.ts'
import { boundedWriter, createJsonLog } from '../../../src/relay/serving/json-log.ts'

const canary = 'canary-Zq7xV2mN8pL4kJ6h'

function write(message: string, details?: Readonly<Record<string, unknown>>): string {
  const redactor = createRedactor()
  redactor.addSecret(canary)
  const lines: string[] = []
  const log = createJsonLog({ relay: 'r', redactor, nowMs: () => 0, write: (line) => lines.push(line) > 0 })
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

test('of what nobody reads no more than a bound is kept, and the next line that is written says how many are missing', async () => {
  const read: string[] = []
  let release = (): void => undefined
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      read.push(chunk.toString())
      release = done
    }
  })
  const redactor = createRedactor()
  const log = createJsonLog({ relay: 'r', redactor, nowMs: () => 0, write: boundedWriter(stream, 10_000) })
  for (let number = 0; number < 1_000; number += 1) log.info('A line', { number, text: 'x'.repeat(100) })
  expect(stream.writableLength).toBeLessThan(10_300)
  while (stream.writableLength > 0) {
    release()
    await new Promise(setImmediate)
  }
  log.info('The reader is back')
  release()
  log.info('And all is well')
  const told = read.map((line) => JSON.parse(line))
  expect(told.at(-2)).toMatchObject({
    message: 'The reader is back',
    linesMissing: 1_000 - (told.length - 2)
  })
  expect(told.at(-1)).toEqual(expect.not.objectContaining({ linesMissing: expect.anything() }))
  const before = told.slice(0, -2)
  expect(before.map(({ number }) => number)).toEqual(before.map((_, number) => number))
})
