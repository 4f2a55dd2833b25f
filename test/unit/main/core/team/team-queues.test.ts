import { beforeEach, expect, test } from 'vitest'
import type { Reading, Source } from '../../../../../src/main/core/polling/index.ts'
import { createTeamQueues } from '../../../../../src/main/core/team/index.ts'
import type { ApiQueueAvailability } from '../../../../../src/main/core/voice360/index.ts'
import { createSharedQueues, type SharedQueues } from '../../../../../src/relay/leader/shared-queues.ts'
import { salesQueue } from '../../../../fakes/api-people.ts'
import { agentAccess, createInMemoryTeam } from '../../../../fakes/in-memory-team.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

let clock: ManualClock
let team: ReturnType<typeof createInMemoryTeam>
let shared: SharedQueues
let readings: Reading<readonly ApiQueueAvailability[]>[]
let source: Source

beforeEach(() => {
  clock = createManualClock()
  team = createInMemoryTeam(clock)
  shared = createSharedQueues(61, team.board)
  readings = []
  source = createTeamQueues({
    connection: team.joinedWith().connection,
    access: agentAccess,
    team: team.membership,
    onReading: (reading) => readings.push(reading),
    clock,
    log: createRecordingLog(),
    t: textByKey,
    random: () => 0
  })
})

async function shareAndBeat(activeCalls: number): Promise<void> {
  await shared.share([{ ...salesQueue, active_calls: activeCalls }], clock.nowMs())
  team.tellPulse(team.pulseNow())
  await clock.advance(1)
}

test('the counts are read with each version that the pulse tells of, and told again with each that is the same', async () => {
  await shareAndBeat(5)
  source.restart()
  await clock.advance(0)
  await clock.advance(10_000)
  await shareAndBeat(5)
  await clock.advance(10_000)
  await shareAndBeat(9)
  expect(readings).toMatchObject([
    { value: [{ active_calls: 5 }], stale: null },
    { value: [{ active_calls: 5 }], stale: null },
    { value: [{ active_calls: 9 }], stale: null }
  ])
  expect(team.readCount()).toBe(2)
})

test('counts that the relay cannot read any more are old', async () => {
  await shareAndBeat(5)
  source.restart()
  await clock.advance(5_000)
  const queues = { ...team.pulseNow().queues, staleSinceMs: clock.nowMs(), staleReason: 'timeout' }
  team.tellPulse(team.pulseNow({ queues }))
  expect(readings.at(-1)).toMatchObject({ stale: { sinceMs: clock.nowMs(), reason: 'relayNews.timeout' } })
})
