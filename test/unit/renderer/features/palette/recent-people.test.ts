import { expect, it } from 'vitest'
import { recentPeople } from '../../../../../src/renderer/features/palette/recent-people.ts'
import { sampleCalls, sampleThreads } from '../../../../fakes/sample-office.ts'

const nowMs = Date.UTC(2026, 0, 15, 12)

it('names each person once, last first, by calls and by messages, and nobody who withheld the number', () => {
  const people = recentPeople(sampleCalls(nowMs), sampleThreads(nowMs))
  const addresses = people.map(({ party }) => party.address)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses).not.toContain('')
  expect(addresses).toHaveLength(6)
  const times = people.map(({ lastContactAtMs }) => lastContactAtMs ?? 0)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})

it('takes a thread for a contact where there was no call', () => {
  const [thread] = sampleThreads(nowMs)
  expect(recentPeople([], sampleThreads(nowMs))[0]?.party).toEqual(thread?.other)
})
