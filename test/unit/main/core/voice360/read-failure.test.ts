import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ApiFailure,
  describeApiFailure,
  mayHaveHappened
} from '../../../../../src/main/core/voice360/index.ts'
import { readFailure } from '../../../../../src/main/core/voice360/read-failure.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const withCode = (code: string): Error => Object.assign(new Error('failed'), { code })
/** As Node's fetch throws it. */
const fetchFailed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause })

describe('a request that certainly never arrived', () => {
  test.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  ])('%s', (code) => {
    expect(readFailure(fetchFailed(withCode(code)))).toEqual({ kind: 'unreachable' })
  })

  test('at any of the host’s addresses', () => {
    const everyAddress = new AggregateError([withCode('ECONNREFUSED'), withCode('EHOSTUNREACH')])
    expect(readFailure(fetchFailed(everyAddress))).toEqual({ kind: 'unreachable' })
  })
})

describe('a request that may have arrived', () => {
  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'SOMETHING_NEW'])('%s', (code) => {
    expect(readFailure(fetchFailed(withCode(code)))).toEqual({ kind: 'broken', reason: code })
  })

  test('at one of the host’s addresses', () => {
    const errors = new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNRESET')])
    expect(readFailure(fetchFailed(errors))).toMatchObject({ kind: 'broken' })
  })

  test('an error that says nothing', () => {
    expect(readFailure(new TypeError('fetch failed'))).toEqual({ kind: 'broken', reason: 'connection lost' })
  })
})

test('whatever is thrown is read as a failure', () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      expect(readFailure(thrown).kind).toMatch(/^(broken|unreachable)$/)
    })
  )
})

test.each<[ApiFailure, boolean, string]>([
  [{ kind: 'unauthorized' }, false, 'api.unauthorized'],
  [{ kind: 'forbidden', reason: 'no' }, false, 'api.forbidden {"reason":"no"}'],
  [{ kind: 'not-found', reason: 'gone' }, false, 'api.rejected {"reason":"gone"}'],
  [{ kind: 'rejected', reason: 'bad' }, false, 'api.rejected {"reason":"bad"}'],
  [{ kind: 'limited', retryAfterMs: 1_200 }, false, 'api.limited {"seconds":2}'],
  [{ kind: 'unreachable' }, false, 'api.unreachable'],
  [{ kind: 'broken', reason: 'ECONNRESET' }, true, 'api.unreachable'],
  [{ kind: 'timeout' }, true, 'api.timeout'],
  [{ kind: 'unexpected' }, true, 'api.unexpected']
])('%o', (failure, mayHave, words) => {
  expect(mayHaveHappened(failure)).toBe(mayHave)
  expect(describeApiFailure(failure, textByKey)).toBe(words)
})
