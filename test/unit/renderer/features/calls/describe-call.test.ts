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

describe('a call that is told of', () => {
  const told = (change: Partial<Call>) => call({ agent: ben, isMine: false, ...change })
  const byBen = { isOutgoing: true }
  const byMe = { isOutgoing: true, isMine: true }

  it.each<[string, Partial<Call>, string]>([
    ['is being placed by a colleague', { ...byBen, state: 'dialing' }, 'Ben is calling'],
    [
      'rings where a colleague calls',
      { ...byBen, state: 'ringing', direction: 'internal' },
      'Ben is calling'
    ],
    ['is being placed by me', { ...byMe, state: 'dialing' }, 'dialing'],
    ['rings', { state: 'ringing', agent: null }, 'ringing'],
    ['was placed by a colleague', { ...byBen, state: 'ended' }, 'Ben called'],
    ['was placed by me', { ...byMe, state: 'ended' }, 'you called'],
    ['was placed by a colleague and reached nobody', { ...byBen, state: 'missed' }, 'Ben called, no answer'],
    ['reached nobody', { isOutgoing: true, state: 'missed', agent: null }, 'no answer'],
    ['was answered by a colleague', { state: 'ended' }, 'answered by Ben'],
    ['was answered by me', { state: 'ended', isMine: true }, 'answered by you'],
    ['was not answered', { state: 'missed', agent: null }, 'missed']
  ])('%s', (_how, change, word) => {
    expect(describeCall(told(change)).word).toBe(word)
  })
})

describe('a call that was only seen', () => {
  it.each<[string, Partial<Call>, string]>([
    ['a colleague’s', {}, 'on Ben’s phone'],
    ['over', { state: 'ended' }, 'on Ben’s phone'],
    ['mine', { isMine: true }, 'on your phone'],
    ['that I placed', { isOutgoing: true, isMine: true }, 'you called'],
    ['that a colleague placed', { isOutgoing: true }, 'Ben called'],
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
