import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createLiveValue } from '../../../../../src/main/core/live-value.ts'
import {
  noChanges,
  type StreamMessage,
  type TeamConnectionState
} from '../../../../../src/main/core/ports.ts'
import {
  createTeamEvents,
  type Joined,
  type Pulse,
  type RelayedEvent
} from '../../../../../src/main/core/team/index.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { sampleInvitation, samplePulse } from '../../../../fakes/sample-team.ts'
import { scriptedFollowers } from '../../../../fakes/scripted-follower.ts'
import { connectedState, scriptedTeamLink } from '../../../../fakes/scripted-team-link.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const { access, team } = sampleInvitation()
const event: RelayedEvent = {
  key: 'CALL_ENDED:61:c1',
  name: 'CALL_ENDED',
  accountId: '61',
  occurredAtMs: 5_000,
  receivedAtMs: 6_000,
  method: 'POST',
  raw: '{"event_name":"CALL_ENDED"}',
  tokenId: 'a'
}
const message = (seq: number, content: unknown = event): StreamMessage => ({
  subject: '61.CALL_ENDED.1001.-.-',
  seq,
  previousSeq: null,
  data: Buffer.from(JSON.stringify(content)),
  isDeleted: false
})
const joinedAnew = (): Joined => ({
  team,
  access,
  connection: scriptedTeamLink().connect(sampleInvitation(), () => undefined)
})

let ledger: InMemoryLedger
let followers: ReturnType<typeof scriptedFollowers>
let membership: {
  joined: ReturnType<typeof createLiveValue<Joined | null>>
  state: ReturnType<typeof createLiveValue<TeamConnectionState | null>>
  pulse: ReturnType<typeof createLiveValue<Pulse | null>>
}
/** What asking the relay anew tells. */
let news: Pulse | null
let stored: string[]
let log: ReturnType<typeof createRecordingLog>
let clock: ReturnType<typeof createManualClock>
let gaps: number

beforeEach(() => {
  ledger = new InMemoryLedger()
  followers = scriptedFollowers()
  membership = {
    joined: createLiveValue<Joined | null>(joinedAnew()),
    state: createLiveValue<TeamConnectionState | null>(connectedState),
    pulse: createLiveValue<Pulse | null>(null)
  }
  news = null
  stored = []
  log = createRecordingLog()
  clock = createManualClock(10_000)
  gaps = 0
})

function follow() {
  const events = createTeamEvents({
    team: {
      ...membership,
      probe() {
        if (news !== null) membership.pulse.set(news)
        return Promise.resolve()
      }
    },
    followStream: followers.follow,
    ledger,
    clock,
    log,
    t: textByKey,
    onGap: () => {
      gaps += 1
    },
    onStored: ({ key }) => void stored.push(key)
  })
  events.start()
  onTestFinished(() => events.stop())
  return events
}

test('nothing is followed before the relay has said which stream it is', () => {
  follow()
  expect(followers.created).toEqual([])
  membership.pulse.set(samplePulse(9_000))
  expect(followers.latest().state()).toBe('started')
  expect(followers.latest().given).toMatchObject({
    stream: { name: 'VOICE360_EVENTS' },
    filters: expect.arrayContaining(['61.*.1001.*.*', '61.*.*.Support=20Queue.*'])
  })
})

test('an event is kept with its position, and told once', async () => {
  membership.pulse.set(samplePulse(9_000))
  follow()
  const appended: unknown[] = []
  ledger.appendEvent = (...args) => {
    appended.push(args)
    return Promise.resolve({ isDuplicate: appended.length > 1, changes: noChanges })
  }
  const { take } = followers.latest().given
  await take(message(41), 40)
  await take(message(41), 41)
  const stream = '61 VOICE360_EVENTS 1000'
  expect(appended).toEqual([
    [event, { stream, seq: 40 }],
    [event, { stream, seq: 41 }]
  ])
  expect(stored).toEqual([event.key])
})

test('what the ledger cannot take now is not lost: it is to be read again', async () => {
  membership.pulse.set(samplePulse(9_000))
  follow()
  ledger.appendEvent = () => Promise.reject(new Error('The disk is full'))
  await expect(followers.latest().given.take(message(41), 41)).rejects.toThrow('full')
})

test.each([
  ['no JSON', Buffer.from('{')],
  ['no event', Buffer.from('{"key":""}')]
])('a message that is %s is left, told in the log, and not waited for', async (_what, data) => {
  membership.pulse.set(samplePulse(9_000))
  follow()
  await followers.latest().given.take({ ...message(41), data }, 41)
  expect(ledger.positions.get('61 VOICE360_EVENTS 1000')).toBe(41)
  expect(log.lines).toMatchObject([{ level: 'error', details: { seq: 41 } }])
  expect(stored).toEqual([])
})

describe('which stream is followed', () => {
  test('stays while the relay says the same, and is another for one that was made anew', async () => {
    membership.pulse.set(samplePulse(9_000))
    follow()
    membership.pulse.set(samplePulse(14_000, { lastSeq: 50 }))
    expect(followers.created).toHaveLength(1)
    membership.pulse.set(samplePulse(19_000, { createdAtMs: 18_000, firstSeq: 1, lastSeq: 2 }))
    expect(followers.created.map((follower) => follower.state())).toEqual(['stopped', 'started'])
    await followers.latest().given.savePosition(2)
    expect([...ledger.positions]).toEqual([['61 VOICE360_EVENTS 18000', 2]])
  })

  test('goes on by a new invitation from the same position', async () => {
    membership.pulse.set(samplePulse(9_000))
    follow()
    await followers.latest().given.savePosition(40)
    membership.joined.set(null)
    expect(followers.latest().state()).toBe('stopped')
    membership.pulse.set(null)
    membership.joined.set(joinedAnew())
    membership.pulse.set(samplePulse(14_000))
    expect(followers.created).toHaveLength(2)
    expect(await followers.latest().given.readPosition()).toBe(40)
  })
})

describe('caught up', () => {
  test('it knows what is lost, by what the relay says now and by where it was before', async () => {
    ledger.positions.set('61 VOICE360_EVENTS 1000', 20)
    membership.pulse.set(samplePulse(9_000))
    const events = follow()
    await settled()
    expect(events.isCaughtUp()).toBe(false)
    news = samplePulse(14_000, { firstSeq: 30, firstAtMs: 7_000 })
    await followers.latest().given.savePosition(40)
    followers.latest().isCaughtUp.set(true)
    await settled()
    expect(events.isCaughtUp()).toBe(true)
    expect(events.lost()).toEqual({ untilMs: 7_000, why: 'no-longer-kept' })
  })

  test('again, it counts from where it was when it fell behind', async () => {
    membership.pulse.set(samplePulse(9_000))
    const events = follow()
    const { given, isCaughtUp } = followers.latest()
    isCaughtUp.set(true)
    await settled()
    expect(events.lost()).toEqual({ untilMs: 1_000, why: 'not-yet-kept' })
    await given.savePosition(40)
    isCaughtUp.set(false)
    expect(events.isCaughtUp()).toBe(false)
    isCaughtUp.set(true)
    await settled()
    expect(events.lost()).toBeNull()
  })

  test('after the stream went back, what it lost may be lost until that was found out, which is told at once', async () => {
    ledger.positions.set('61 VOICE360_EVENTS 1000', 45)
    await ledger.endListening(8_000, 'no connection')
    membership.pulse.set(samplePulse(9_000))
    follow()
    const { given } = followers.latest()
    expect([given.endsBefore(40), given.endsBefore(41)]).toEqual([false, true])
    await given.forgetPosition(true)
    expect(await given.readPosition()).toBe(0)
    expect(ledger.gaps).toEqual([{ fromMs: 8_000, toMs: 10_000, reason: 'team.lost.set-back' }])
    expect(gaps).toBe(1)
  })

  test('nothing is lost where only what is here is to be read again', async () => {
    await ledger.endListening(8_000, 'no connection')
    membership.pulse.set(samplePulse(9_000))
    follow()
    await followers.latest().given.forgetPosition(false)
    expect([ledger.gaps, gaps]).toEqual([[], 0])
  })

  test('is not said of a stream that is left meanwhile', async () => {
    membership.pulse.set(samplePulse(9_000))
    const events = follow()
    followers.latest().isCaughtUp.set(true)
    membership.joined.set(null)
    await settled()
    expect(events.isCaughtUp()).toBe(false)
  })
})
