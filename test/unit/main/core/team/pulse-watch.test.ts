import { beforeEach, expect, test } from 'vitest'
import { createPulseWatch, type PulseWatch } from '../../../../../src/main/core/team/pulse-watch.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'
import { sampleInvitation, samplePulse } from '../../../../fakes/sample-team.ts'
import {
  type ScriptedTeamConnection,
  scriptedTeamLink,
  storePulse
} from '../../../../fakes/scripted-team-link.ts'

let clock: ManualClock
let server: ScriptedTeamConnection
let watch: PulseWatch
beforeEach(() => {
  clock = createManualClock(9_000)
  watch = createPulseWatch({ clock, onUnanswered: () => undefined })
  const link = scriptedTeamLink()
  watch.follow(
    link.connect(sampleInvitation(), () => undefined),
    61
  )
  server = link.latest()
})

test('the relay is silent fifteen seconds after it was heard last, by the clock here, until it is heard again', async () => {
  server.pulse(samplePulse(9_000))
  expect(watch.isSilent.get()).toBe(false)
  // Its own clock is behind.
  server.pulse(samplePulse(1_000))
  await clock.advance(14_999)
  expect(watch.isSilent.get()).toBe(false)
  await clock.advance(1)
  expect(watch.isSilent.get()).toBe(true)
  server.pulse(samplePulse(6_000))
  expect(watch.isSilent.get()).toBe(false)
  expect(watch.heardAtMs()).toBe(clock.nowMs())
})

test('one that says the same again, or what is no pulse, was not heard', async () => {
  server.pulse(samplePulse(9_000))
  await clock.advance(10_000)
  server.pulse(samplePulse(9_000))
  server.pulse({ atMs: 5 } as never)
  await clock.advance(5_000)
  expect(watch.isSilent.get()).toBe(true)
})

test('what lies there does not take the place of what was heard after it, as a replica that lags may tell it', async () => {
  server.pulse(samplePulse(9_000))
  storePulse(server, 61, samplePulse(4_000))
  await watch.probe()
  expect(watch.pulse.get()?.atMs).toBe(9_000)
})

test('it was not heard by what lies there, however new that is, though that tells of the stream', async () => {
  storePulse(server, 61, samplePulse(8_000))
  await watch.probe()
  expect(watch.pulse.get()?.atMs).toBe(8_000)
  expect([watch.isSilent.get(), watch.heardAtMs()]).toEqual([null, null])
  await clock.advance(15_000)
  expect(watch.isSilent.get()).toBe(true)
  storePulse(server, 61, samplePulse(8_500))
  await watch.probe()
  expect(watch.pulse.get()?.atMs).toBe(8_500)
  expect(watch.isSilent.get()).toBe(true)
  // Its live copy may come after it was asked for.
  server.pulse(samplePulse(8_500))
  expect(watch.isSilent.get()).toBe(false)
})
