import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reading, Source } from '../../../../../src/main/core/polling/index.ts'
import { createTeamPresence, packed, presenceSubject } from '../../../../../src/main/core/team/index.ts'
import type { ApiAvailability } from '../../../../../src/main/core/voice360/index.ts'
import { createSharedPresence } from '../../../../../src/relay/leader/shared-presence.ts'
import { channel, person } from '../../../../fakes/api-people.ts'
import { agentAccess, createInMemoryTeam } from '../../../../fakes/in-memory-team.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

type PeopleReading = Reading<readonly ApiAvailability[]>

let clock: ManualClock
let team: ReturnType<typeof createInMemoryTeam>
let shared: ReturnType<typeof createSharedPresence>
let readings: PeopleReading[]
let details: string[]
let source: Source

beforeEach(() => open())

function open(): void {
  clock = createManualClock()
  team = createInMemoryTeam(clock)
  shared = createSharedPresence(61, 'with-calls', team.board)
  readings = []
  details = []
  source = sourceFor('with-calls')
}

function sourceFor(presence: 'with-calls' | 'online-only'): Source {
  return createTeamPresence({
    connection: team.joinedWith().connection,
    access: { ...agentAccess, presence },
    team: team.membership,
    onReading(reading, detail) {
      readings.push(reading)
      details.push(detail)
    },
    clock,
    log: createRecordingLog(),
    t: textByKey,
    random: () => 0.5
  })
}

const beat = () => team.tellPulse(team.pulseNow())
const share = (...people: ApiAvailability[]) => shared.share(people, clock.nowMs())
const last = () => readings.at(-1)
async function start(): Promise<void> {
  source.restart()
  await clock.advance(0)
  await settled()
}

describe('what is read', () => {
  test('is the snapshot, and fresh while the pulse says so', async () => {
    await share(person('1001'), person('1002'))
    beat()
    await start()
    expect(readings).toEqual([{ value: [person('1001'), person('1002')], atMs: clock.nowMs(), stale: null }])
    expect(details).toEqual(['with-calls'])
  })

  test('is nothing before the relay has ever read it, and is read as soon as it has', async () => {
    beat()
    await start()
    expect(readings).toEqual([])
    await share(person('1001'))
    await clock.advance(5_000)
    beat()
    await clock.advance(0)
    expect(last()).toMatchObject({ value: [{ presence_id: '1001' }], stale: null })
  })

  test('changes with each difference, without being read again', async () => {
    await share(person('1001'), person('1002'))
    beat()
    await start()
    await clock.advance(4_000)
    await share(person('1001'), person('1002', { channels: [channel(2)] }))
    await clock.advance(4_000)
    await share(person('1002', { channels: [channel(6)] }))
    expect(readings.slice(1)).toMatchObject([
      { value: [{ presence_id: '1001' }, { channels: [{ call_seconds: 2 }] }], stale: null },
      { value: [{ presence_id: '1002', channels: [{ call_seconds: 6 }] }], atMs: clock.nowMs() }
    ])
    expect(team.readCount()).toBe(1)
  })

  test('is told again with each pulse after the relay has read the same, with calls that went on', async () => {
    await share(person('1002', { channels: [channel(10)] }))
    beat()
    await start()
    await clock.advance(5_000)
    beat()
    const sameTime = team.pulseNow()
    await clock.advance(1_000)
    team.tellPulse({ ...sameTime, atMs: clock.nowMs() })
    expect(readings.map(({ atMs }) => clock.nowMs() - atMs)).toEqual([6_000, 1_000])
    expect(last()?.value).toMatchObject([{ channels: [{ call_seconds: 15 }] }])
  })

  test('is who is online where the relay has no developer key', async () => {
    await share(person('1001', { channels: null }))
    beat()
    await start()
    expect(details).toEqual(['online-only'])
  })

  test('is of the view that one may see', async () => {
    await share(person('1002', { channels: [channel(10)] }))
    const onlineOnly = createSharedPresence(61, 'online-only', team.board)
    await onlineOnly.share([person('1002', { channels: [channel(10)] })], clock.nowMs())
    source = sourceFor('online-only')
    beat()
    await start()
    expect(last()?.value).toMatchObject([{ presence_id: '1002', channels: null }])
  })
})

describe('what was missed', () => {
  beforeEach(async () => {
    await share(person('1001'))
    beat()
    await start()
  })

  test('is read again as soon as a difference does not fit', async () => {
    team.cut(true)
    await share(person('1002'))
    team.cut(false)
    await share(person('1002'), person('1003'))
    await clock.advance(1_000)
    expect(last()?.value).toEqual([person('1002'), person('1003')])
    expect(team.readCount()).toBe(2)
  })

  test('is read again where the pulse tells of another version', async () => {
    team.cut(true)
    await share(person('1002'))
    team.cut(false)
    await clock.advance(5_000)
    beat()
    expect(last()?.value).toEqual([person('1001')])
    await clock.advance(1_000)
    expect(last()?.value).toEqual([person('1002')])
  })

  test('is said to be old for as long as it cannot be read', async () => {
    team.cut(true)
    await share(person('1002'))
    await clock.advance(5_000)
    const sinceMs = clock.nowMs() + 500
    beat()
    await clock.advance(500)
    expect(last()).toMatchObject({ value: null, stale: { sinceMs, reason: 'relayNews.unshared' } })
    team.cut(false)
    beat()
    await clock.advance(500)
    expect(last()).toMatchObject({ value: [{ presence_id: '1002' }], stale: null })
  })

  test('comes in its order while the snapshot is read', async () => {
    team.cut(true)
    await share(person('1002'))
    team.cut(false)
    await clock.advance(5_000)
    beat()
    const answer = team.holdAnswers()
    await clock.advance(1_000)
    await share(person('1002'), person('1003'))
    await share(person('1003'))
    answer()
    await settled()
    expect(last()?.value).toEqual([person('1003')])
    expect(team.readCount()).toBe(2)
  })

  test('what is no difference changes nothing', async () => {
    team.board.tell(presenceSubject(61, 'with-calls'), Buffer.from('{}'))
    team.board.tell(presenceSubject(61, 'with-calls'), await packed({ atMs: 1 }))
    team.board.tell(presenceSubject(61, 'with-calls'), await packed('x'.repeat(33 * 1024 * 1024)))
    expect(readings).toHaveLength(1)
  })
})

describe('how fresh it is', () => {
  beforeEach(async () => {
    await share(person('1001'))
    beat()
    await start()
  })

  test('goes by the relay: what it cannot read is old since it says so, and why', async () => {
    const readAtMs = clock.nowMs()
    await clock.advance(5_000)
    const presence = { ...team.pulseNow().presence, staleSinceMs: readAtMs, staleReason: 'unauthorized' }
    team.tellPulse(team.pulseNow({ presence }))
    expect(last()).toMatchObject({
      value: null,
      stale: { sinceMs: readAtMs, reason: 'relayNews.unauthorized' }
    })
    await clock.advance(5_000)
    beat()
    expect(last()).toMatchObject({ value: [{}], stale: null })
  })

  test('is old where the relay has not been heard for 15 s', async () => {
    const heardAtMs = clock.nowMs()
    await clock.advance(14_999)
    expect(last()?.stale).toBeNull()
    await clock.advance(1)
    expect(last()).toMatchObject({ stale: { sinceMs: heardAtMs, reason: 'relayNews.silent' } })
  })

  test('does not hang on the clocks being the same', async () => {
    const behind = (aheadMs: number) => {
      const pulse = team.pulseNow()
      const presence = { ...pulse.presence, asOfMs: clock.nowMs() - aheadMs }
      team.tellPulse({ ...pulse, presence, atMs: clock.nowMs() - aheadMs, relay: 'relay-2' })
    }
    await clock.advance(5_000)
    behind(120_000)
    await clock.advance(5_000)
    behind(120_000 - 5)
    expect(last()).toMatchObject({ stale: null })
    expect(Math.abs((last()?.atMs ?? 0) - clock.nowMs())).toBeLessThan(1_000)
  })

  test('goes on where the relay’s clock is set back', async () => {
    for (let count = 0; count < 5; count += 1) {
      await clock.advance(5_000)
      const pulse = team.pulseNow()
      const presence = { ...pulse.presence, asOfMs: clock.nowMs() - 600_000 }
      team.tellPulse({ ...pulse, presence, atMs: clock.nowMs() - 600_000 })
    }
    expect(last()).toMatchObject({ stale: null, atMs: clock.nowMs() })
  })

  test('is not known by a pulse that was left there long ago', async () => {
    const old = team.pulseNow({ relay: 'relay-9' })
    await clock.advance(3_600_000)
    team.membership.state.set({ state: 'disconnected', code: 'lost', detail: '' })
    team.membership.state.set({ state: 'connected', server: 'here' })
    team.tellPulse(old)
    expect(last()).toMatchObject({ stale: { reason: 'relayNews.silent' } })
  })
})

test('once stopped nothing is watched, read or told', async () => {
  await share(person('1001'))
  beat()
  await start()
  source.stop()
  await share(person('1002'))
  beat()
  await clock.advance(60_000)
  expect(readings).toHaveLength(1)
  expect(team.listenerCount()).toBe(0)
})

test('whatever is lost, after the next pulse the app shows what the relay read', async () => {
  const callBegunMinutesBefore = fc.option(fc.integer({ min: 1, max: 5 }))
  const everybody = fc.uniqueArray(
    fc.record({
      extension: fc.integer({ min: 1001, max: 1006 }),
      isOnline: fc.boolean(),
      callBegunMinutesBefore
    }),
    { selector: ({ extension }) => extension }
  )
  const step = fc.oneof(
    fc.record({ kind: fc.constant('share' as const), people: everybody }),
    fc.record({ kind: fc.constant('cut' as const), isNow: fc.boolean() }),
    fc.record({ kind: fc.constant('beat' as const) }),
    fc.record({ kind: fc.constant('take over' as const) }),
    fc.record({ kind: fc.constant('wait' as const), forMs: fc.integer({ min: 1, max: 9_000 }) })
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), everybody, async (steps, inTheEnd) => {
      open()
      const startMs = clock.nowMs()
      const asTold = (people: typeof inTheEnd): ApiAvailability[] =>
        people.map(({ extension, isOnline, callBegunMinutesBefore: minutes }) => {
          const seconds = (clock.nowMs() - startMs) / 1000 + (minutes ?? 0) * 60
          const channels = minutes === null ? [] : [channel(seconds)]
          return person(String(extension), { devices_registered: isOnline, channels })
        })
      await start()
      for (const one of steps) {
        if (one.kind === 'share') await share(...asTold(one.people))
        else if (one.kind === 'cut') team.cut(one.isNow)
        else if (one.kind === 'beat') beat()
        else if (one.kind === 'take over') shared = createSharedPresence(61, 'with-calls', team.board)
        else await clock.advance(one.forMs)
      }
      await share(...asTold(inTheEnd))
      team.cut(false)
      await clock.advance(2_000)
      beat()
      await clock.advance(1_000)
      await clock.advance(2_000)
      beat()
      expect(last()?.stale).toBeNull()
      const sorted = (people: readonly ApiAvailability[]) =>
        people.toSorted((one, other) => one.presence_id.localeCompare(other.presence_id))
      expect(rounded(sorted(last()?.value ?? []))).toEqual(rounded(sorted(asTold(inTheEnd))))
    }),
    { numRuns: 100 }
  )
})

const rounded = (people: readonly ApiAvailability[]) =>
  people.map(({ channels, ...rest }) => ({
    ...rest,
    channels: channels?.map((it) => ({ ...it, call_seconds: Math.round(it.call_seconds * 1000) }))
  }))
