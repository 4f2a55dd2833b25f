import type { Colleague, ColleagueCall } from '../../../shared/domain/presence.ts'
import type { Directory } from '../contacts/index.ts'
import { readAddress } from '../numbers/index.ts'
import { nameOf } from '../session/index.ts'
import type { ApiAvailability, ApiChannel } from '../voice360/index.ts'

/** A channel's running time is told in whole seconds: a start that moves by less is the same call. */
const sameStartWithinMs = 3_000

/** Turns answers into colleagues; one of whom nothing changed stays the same object, which is how changes are found. */
export interface PresenceReader {
  read(people: readonly ApiAvailability[], nowMs: number): readonly Colleague[]
  /** Names may be others now: whom people talk to is looked up again. */
  forgetNames(): void
  forget(): void
}

interface Dependencies {
  readonly directory: Directory
  readonly region: () => string
  readonly myExtension: () => string | null
}

interface Known {
  readonly colleague: Colleague
  /** Null where names are to be looked up again. */
  readonly channels: readonly ApiChannel[] | null
}

export function createPresenceReader({ directory, region, myExtension }: Dependencies): PresenceReader {
  let known: ReadonlyMap<string, Known> = new Map()

  function readPerson(person: ApiAvailability, nowMs: number): Known {
    const before = known.get(person.presence_id)
    const isMe = person.presence_id === myExtension()
    const calls = readCalls(person, before, nowMs)
    const name = nameOf(person)
    const isSame =
      before !== undefined &&
      before.colleague.name === name &&
      before.colleague.isMe === isMe &&
      before.colleague.isOnline === person.devices_registered &&
      before.colleague.calls === calls
    const colleague = isSame
      ? before.colleague
      : { extension: person.presence_id, name, isMe, isOnline: person.devices_registered, calls }
    return { colleague, channels: person.channels ?? [] }
  }

  function readCalls(
    { channels, presence_id: extension }: ApiAvailability,
    before: Known | undefined,
    nowMs: number
  ): readonly ColleagueCall[] | null {
    if (channels === null) return null
    const callsBefore = before?.colleague.calls ?? []
    const calls = channels.map((channel) => {
      const startedAtMs = nowMs - channel.call_seconds * 1000
      const index = before?.channels?.findIndex((it) => isSameChannel(it, channel)) ?? -1
      const same = callsBefore[index]
      if (same !== undefined && isSameStart(same, startedAtMs)) return same
      const read = readChannel(channel, extension, startedAtMs)
      return callsBefore.find((call) => isSameCall(call, read)) ?? read
    })
    const isSame =
      before?.colleague.calls?.length === calls.length && calls.every((call, at) => call === callsBefore[at])
    return isSame ? callsBefore : calls
  }

  function readChannel(channel: ApiChannel, extension: string, startedAtMs: number): ColleagueCall {
    const direction =
      channel.direction === 'inbound' || channel.direction === 'outbound' ? channel.direction : 'unknown'
    return {
      direction,
      other: directory.describe(readAddress(farEndOf(channel, extension), region())),
      startedAtMs
    }
  }

  return {
    read(people, nowMs) {
      directory.setColleagues(new Map(people.map((person) => [person.presence_id, nameOf(person)])))
      known = new Map(people.map((person) => [person.presence_id, readPerson(person, nowMs)]))
      return [...known.values()].map(({ colleague }) => colleague)
    },
    forgetNames() {
      known = new Map(
        [...known].map(([extension, { colleague }]) => [extension, { colleague, channels: null }])
      )
    },
    forget() {
      known = new Map()
    }
  }
}

/** Whichever end is not the colleague's own phone; where neither is, as where a line stands for it, the direction tells. */
function farEndOf({ from, to, direction }: ApiChannel, extension: string): string {
  if (from === extension) return to
  return to !== extension && direction === 'outbound' ? to : from
}

const isSameStart = (call: ColleagueCall, startedAtMs: number): boolean =>
  Math.abs(call.startedAtMs - startedAtMs) < sameStartWithinMs

const isSameChannel = (one: ApiChannel, other: ApiChannel): boolean =>
  one.from === other.from && one.to === other.to && one.direction === other.direction

const isSameCall = (one: ColleagueCall, other: ColleagueCall): boolean =>
  isSameStart(one, other.startedAtMs) &&
  JSON.stringify({ ...one, startedAtMs: 0 }) === JSON.stringify({ ...other, startedAtMs: 0 })
