import { serialize } from 'node:v8'
import { createDirectory } from '../src/main/core/contacts/index.ts'
import { createPresenceReader } from '../src/main/core/presence/index.ts'
import type { ApiAvailability } from '../src/main/core/voice360/index.ts'
import { type Presence, presenceChangeBetween, unknownPresence } from '../src/shared/domain/presence.ts'
import { interleave, median } from './interleave.ts'

const peopleCount = 10_000
const changedShare = 0.02
const tries = 30

/**
 * What one reading of 10,000 colleagues costs the main process, and how many bytes of it go to each page, where nobody changed
 * and where some did; beside making and sending the whole of it each time.
 */
export async function benchPresence(print: (line: object) => void): Promise<void> {
  const still = await compare(0)
  const lively = await compare(changedShare)
  for (const [situation, { ours, whole, ourBytes, wholeBytes }] of [
    ['nobody changed', still],
    ['2 % changed', lively]
  ] as const) {
    const against = 'the whole snapshot'
    print({ figure: `a reading, ${situation}, p50`, value: ours, unit: 'ms', against, ratio: ours / whole })
    print({
      figure: `bytes to a page, ${situation}`,
      value: ourBytes,
      unit: 'B',
      against,
      ratio: ourBytes / wholeBytes
    })
  }
}

async function compare(share: number) {
  const describing = {
    directory: createDirectory((key) => key),
    region: () => 'US',
    myExtension: () => '1000'
  }
  const reader = createPresenceReader(describing)
  let tick = 0
  let told = asPresence(reader.read(office(tick, share), 0))
  let ourBytes = 0
  let wholeBytes = 0
  const samples = await interleave({
    tries,
    variants: {
      ours: async () => {
        tick += 1
        const people = office(tick, share)
        return timed(() => {
          const next = asPresence(reader.read(people, tick * 4_000))
          const change = presenceChangeBetween(told, next)
          told = next
          ourBytes = change.changed.length === 0 ? 0 : serialize(change).byteLength
        })
      },
      whole: async () => {
        const people = office(tick, share)
        return timed(() => {
          const fresh = createPresenceReader(describing)
          wholeBytes = serialize(asPresence(fresh.read(people, tick * 4_000))).byteLength
        })
      }
    }
  })
  return { ours: median(samples.ours), whole: median(samples.whole), ourBytes, wholeBytes }
}

async function timed(work: () => void): Promise<readonly number[]> {
  const beganMs = performance.now()
  work()
  return Promise.resolve([performance.now() - beganMs])
}

const asPresence = (colleagues: Presence['colleagues']): Presence => ({
  ...unknownPresence,
  detail: 'with-calls',
  colleagues
})

/** Everyone as `GET /availability` tells of them at that reading: every tenth is on a call that goes on. */
function office(tick: number, share: number): readonly ApiAvailability[] {
  const changing = Math.round(peopleCount * share)
  return Array.from({ length: peopleCount }, (_, index) => ({
    presence_id: String(1000 + index),
    callerID: null,
    first_name: 'Anna',
    last_name: `Weber ${index}`,
    devices_registered: index < changing ? (tick + index) % 2 === 0 : true,
    channels:
      index % 10 === 0
        ? [
            {
              from: `+1212555${String(index).padStart(4, '0')}`,
              to: String(1000 + index),
              call_seconds: 30 + tick * 4,
              direction: 'inbound'
            }
          ]
        : []
  }))
}
