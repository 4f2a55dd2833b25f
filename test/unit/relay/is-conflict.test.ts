import { JetStreamApiError } from '@nats-io/jetstream'
import { expect, test } from 'vitest'
import { isConflict } from '../../../src/relay/nats/is-conflict.ts'

test.each([
  [10_071, true],
  [10_164, true],
  [10_037, false]
])('an answer of JetStream with code %i: whether another was faster', (code, expected) => {
  const error = new JetStreamApiError({ err_code: code, code: 400, description: 'wrong last sequence' })
  expect(isConflict(error)).toBe(expected)
})

test('what says nothing of JetStream is none', () => {
  expect(isConflict(new Error('10071'))).toBe(false)
})
