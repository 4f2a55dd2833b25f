import { expect, it } from 'vitest'
import { eventNames } from '../../../src/shared/domain/event-name.ts'
import { runningSimulator } from './running-simulator.ts'

const hourMs = 3_600_000

async function anHourOf(seed: number) {
  const { control, advance, simulator } = await runningSimulator({ seed, office: true })
  await advance(hourMs)
  const events = (await control('GET', '/events')).body
  return { events, keys: simulator.keys, state: (await control('GET', '/state')).body }
}

it('two offices of one seed have the same day, two of different seeds do not', async () => {
  const [one, same, other] = [await anHourOf(7), await anHourOf(7), await anHourOf(8)]
  expect(same).toEqual(one)
  expect(other.events).not.toEqual(one.events)
  expect(other.keys).not.toEqual(one.keys)
})

it('sees every kind of event within an hour, and something every few seconds', async () => {
  const { events, state } = await anHourOf(1)
  const names = new Set(events.map(({ event_name }: { event_name: string }) => event_name))
  expect(names).toEqual(new Set(eventNames))
  expect(events.length).toBeGreaterThan(hourMs / 5_000)
  const johns = state.calls.filter((call: { extension: string }) => call.extension === '1001')
  expect(johns.length).toBeGreaterThan(10)
  expect(new Set(state.calls.map((call: { outcome: string }) => call.outcome))).toContain('missed')
})

it('has not everything happen to everybody: most calls are answered', async () => {
  const { state } = await anHourOf(1)
  const ended = state.calls.filter((call: { state: string }) => call.state === 'ended')
  const answered = ended.filter((call: { outcome: string }) => call.outcome === 'answered')
  expect(answered.length / ended.length).toBeGreaterThan(0.5)
  expect(answered.length / ended.length).toBeLessThan(0.9)
})

it('closes and opens when it is told to', async () => {
  const { control, advance } = await runningSimulator({ office: true })
  const eventCount = async () => (await control('GET', '/events')).body.length
  await control('POST', '/office', { is_running: false })
  await advance(hourMs)
  expect(await eventCount()).toBe(0)
  await control('POST', '/office', { is_running: true, pace: 5 })
  await advance(60_000)
  expect(await eventCount()).toBeGreaterThan(10)
})
