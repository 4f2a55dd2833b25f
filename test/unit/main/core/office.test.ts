import { beforeEach, describe, expect, test } from 'vitest'
import { createDirectory } from '../../../../src/main/core/contacts/index.ts'
import { createOffice, type Office } from '../../../../src/main/core/office.ts'
import { createReadBudget } from '../../../../src/main/core/voice360/index.ts'
import { createSharedPresence } from '../../../../src/relay/leader/shared-presence.ts'
import { createSharedQueues } from '../../../../src/relay/leader/shared-queues.ts'
import { aloneAtWork } from '../../../fakes/alone-at-work.ts'
import { channel, person, salesQueue } from '../../../fakes/api-people.ts'
import { InMemoryLedger } from '../../../fakes/in-memory-ledger.ts'
import { createInMemoryTeam } from '../../../fakes/in-memory-team.ts'
import { createManualClock, type ManualClock, settled } from '../../../fakes/manual-clock.ts'
import { recordingHost } from '../../../fakes/office-services.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'
import { answered, stubApi } from '../../../fakes/stub-api.ts'
import { textByKey } from '../../../fakes/text-by-key.ts'

let clock: ManualClock
let team: ReturnType<typeof createInMemoryTeam>
let isSignedIn: boolean
let requests: string[]
let office: Office

beforeEach(async () => {
  clock = createManualClock()
  team = createInMemoryTeam(clock)
  isSignedIn = true
  requests = []
  const api = stubApi({
    getAvailability() {
      requests.push('presence')
      return answered([person('1001', { channels: null }), person('1002', { channels: null })])
    },
    getQueueAvailabilities() {
      requests.push('queues')
      return answered([salesQueue])
    }
  })
  office = createOffice({
    api: () => (isSignedIn ? api : null),
    hasDeveloperKey: () => false,
    team: team.membership,
    myExtension: () => '1001',
    isMyQueue: () => false,
    isRinging: () => false,
    isQuiet: () => false,
    queueAlerts: () => [],
    region: () => 'US',
    ledger: new InMemoryLedger(),
    work: aloneAtWork(),
    directory: createDirectory(textByKey),
    budget: createReadBudget(() => 0.5),
    host: recordingHost(),
    clock,
    log: createRecordingLog(),
    t: textByKey
  })
  const talking = person('1002', { channels: [channel(30)] })
  await createSharedPresence(61, 'with-calls', team.board).share([person('1001'), talking], clock.nowMs())
  await createSharedQueues(61, team.board).share([{ ...salesQueue, active_calls: 7 }], clock.nowMs())
  team.tellPulse(team.pulseNow())
})

const colleagues = () => office.presence.current.get().colleagues
async function restart(): Promise<void> {
  office.start()
  await clock.advance(0)
  await settled()
}

describe('in a team', () => {
  test('a user key is enough to see colleagues’ calls, and Voice360 is asked nothing', async () => {
    team.join()
    await restart()
    await clock.advance(120_000)
    expect(colleagues()).toMatchObject([
      { extension: '1001', isMe: true },
      { extension: '1002', calls: [{ direction: 'outbound', other: { address: '+12125550101' } }] }
    ])
    expect(office.queues.current.get().queues).toMatchObject([{ activeCalls: 7 }])
    expect(requests).toEqual([])
  })

  test('presence is asked of Voice360 where the team does not share it', async () => {
    team.join({ presence: 'none' })
    await restart()
    expect(requests).toEqual(['presence'])
  })

  test('begins with the team as soon as it is joined, and with Voice360 as soon as it is left', async () => {
    await restart()
    expect(office.presence.current.get().detail).toBe('online-only')
    expect(requests).toEqual(['presence', 'queues'])
    team.join()
    expect(colleagues()).toEqual([])
    await clock.advance(0)
    await settled()
    expect(office.presence.current.get().detail).toBe('with-calls')
    await clock.advance(300_000)
    expect(requests).toHaveLength(2)
    expect(office.presence.current.get()).toMatchObject({ staleReason: 'relayNews.silent' })
    team.leave()
    await settled()
    expect(office.presence.current.get()).toMatchObject({ detail: 'online-only', staleSinceMs: null })
    expect(colleagues()).toMatchObject([{ calls: null }, { calls: null }])
    expect(requests).toHaveLength(4)
    expect(team.listenerCount()).toBe(0)
  })

  test('needs no key of its own', async () => {
    isSignedIn = false
    await restart()
    team.join()
    await clock.advance(0)
    await settled()
    expect(colleagues()).toHaveLength(2)
  })

  test('what was read stays while another connection is made to the same team', async () => {
    team.join()
    await restart()
    const before = office.presence.current.get()
    team.join()
    expect(office.presence.current.get()).toBe(before)
    await clock.advance(1)
    expect(colleagues()).toHaveLength(2)
    expect(requests).toEqual([])
  })

  test('another invitation is another team', async () => {
    team.join()
    await restart()
    team.join({ presence: 'online-only' })
    expect(colleagues()).toEqual([])
  })
})

test('until it is known whether there is a team nobody is asked, whoever signs in', async () => {
  office.restart()
  team.join()
  await clock.advance(60_000)
  expect(requests).toEqual([])
  expect(colleagues()).toEqual([])
})

test('once stopped, leaving the team asks nobody', async () => {
  team.join()
  await restart()
  office.stop()
  team.leave()
  await clock.advance(60_000)
  expect(requests).toEqual([])
})
