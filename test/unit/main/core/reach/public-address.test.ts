import { beforeEach, expect, test } from 'vitest'
import { createPublicAddress, type PublicAddress } from '../../../../../src/main/core/reach/public-address.ts'
import { InMemoryDocumentStore } from '../../../../fakes/in-memory-document-store.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'

const [first, second, third] = [
  'https://one.example',
  'https://two.example',
  'https://three.example'
] as const
const kind = 'cloudflared-quick'

let document: InMemoryDocumentStore
let clock: ManualClock
let told: string[]
let log: ReturnType<typeof createRecordingLog>
let address: PublicAddress

/** As after a start of the app. */
const opened = (): PublicAddress =>
  createPublicAddress({
    document,
    clock,
    log,
    onChange: ({ before, after }) => void told.push(`${before} → ${after}`)
  })

beforeEach(() => {
  document = new InMemoryDocumentStore()
  clock = createManualClock(7_000)
  told = []
  log = createRecordingLog()
  address = opened()
})

test('the first address is no change, nor is the same one again', () => {
  address.note(kind, first)
  address.note(kind, first)
  opened().note(kind, first)
  expect(told).toEqual([])
  expect(opened().lastOf(kind)).toBe(first)
  expect(opened().lastOf('ssh')).toBeNull()
})

test('another address is a change, told once and kept over starts until it is accepted', () => {
  address.note(kind, first)
  opened().note(kind, second)
  address = opened()
  address.note(kind, second)
  expect(told).toEqual([`${first} → ${second}`])
  expect(address.change()).toEqual({ atMs: 7_000, before: first, after: second })
  address.accept()
  expect(opened().change()).toBeNull()
})

test('what changes again is still told against what the portal has', () => {
  for (const url of [first, second, third]) address.note(kind, url)
  expect(told).toEqual([`${first} → ${second}`, `${first} → ${third}`])
  address.note('ssh', third)
  expect(address.change()).toMatchObject({ before: first, after: third })
  address.note(kind, first)
  expect(address.change()).toBeNull()
  expect(told).toHaveLength(2)
})

test('once accepted, the new one is what the portal has', () => {
  for (const url of [first, second]) address.note(kind, url)
  address.accept()
  address.note(kind, first)
  expect(address.change()).toMatchObject({ before: second, after: first })
})

test('a document that somebody broke is as good as none', () => {
  document.write({ address: 7, kind: [], change: { atMs: 'yesterday' } })
  address = opened()
  address.note(kind, first)
  expect(told).toEqual([])
  expect(address.change()).toBeNull()
})

test('where it cannot be written down, it is known for this run', () => {
  document.write = () => {
    throw new Error('The disk is full')
  }
  address.note(kind, first)
  address.note(kind, second)
  expect(address.change()).toMatchObject({ before: first, after: second })
  expect(log.lines).toHaveLength(2)
})
