import { beforeAll, describe, expect, it } from 'vitest'
import { describeCall, talkMs } from '../../../../../src/renderer/features/calls/describe-call.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import { extension } from '../../../../fakes/sample-office.ts'
import { call } from '../../../../fakes/sample-records.ts'

beforeAll(() => startText())

const ben = extension('1002', 'Ben')
const seen = (change: Partial<Call> = {}) =>
  call({ state: 'answered', isSeenOnly: true, agent: ben, isMine: false, ...change })

describe('a call that was only seen', () => {
  it.each<[string, Partial<Call>, string]>([
    ['a colleague’s', {}, 'on Ben’s phone'],
    ['over', { state: 'ended' }, 'on Ben’s phone'],
    ['mine', { isMine: true }, 'on your phone'],
    ['that I placed', { direction: 'outbound', isMine: true }, 'you called'],
    ['that a colleague placed', { direction: 'outbound' }, 'Ben called'],
    ['that a colleague placed to another', { direction: 'internal' }, 'Ben called'],
    ['that I placed to a colleague', { direction: 'internal', isMine: true }, 'you called'],
    ['that a colleague placed to me', { direction: 'internal', isMine: true, agent: null }, 'on your phone']
  ])('%s is never said to be answered', (_whose, change, word) => {
    expect(describeCall(seen(change)).word).toBe(word)
  })

  it('is told as running while it is', () => {
    expect([seen(), seen({ state: 'ended' })].map((each) => describeCall(each).tone)).toEqual([
      'answered',
      'quiet'
    ])
  })

  it('takes as long as it was seen, where it was seen more than once', () => {
    expect(talkMs(seen())).toBeNull()
    expect(talkMs(seen({ startedAtMs: 5_000, endedAtMs: 65_000 }))).toBe(60_000)
    expect(talkMs(seen({ startedAtMs: 5_000, endedAtMs: 5_000 }))).toBeNull()
    expect(talkMs(call({ startedAtMs: 5_000, answeredAtMs: 9_000, endedAtMs: 9_000 }))).toBe(0)
  })
})
