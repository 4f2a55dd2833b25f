import type { ApiAvailability, ApiChannel } from '../voice360/index.ts'
import type { PresenceDifference, PresenceSnapshot } from './team-news.ts'

/** A channel's running time is told in whole seconds, and answers take their time: a start that moves by less is the same call. */
const sameStartWithinMs = 3_000

/** One version of everybody's presence, as the relay told it. Times are the relay's. */
export interface ToldPresence {
  readonly revision: number
  /** When it was read. */
  readonly atMs: number
  readonly people: ReadonlyMap<string, ToldPerson>
}

interface ToldPerson {
  readonly person: ApiAvailability
  /** When its calls had lasted as long as they say. */
  readonly atMs: number
}

const toldAt = (people: readonly ApiAvailability[], atMs: number) =>
  people.map((person) => [person.presence_id, { person, atMs }] as const)

/** @param revision of the key under which the snapshot lies */
export const presenceOf = ({ people, atMs }: PresenceSnapshot, revision: number): ToldPresence => ({
  revision,
  atMs,
  people: new Map(toldAt(people, atMs))
})

/** Null where it is a difference from another version. One that is in already changes nothing. */
export function withDifference(told: ToldPresence, difference: PresenceDifference): ToldPresence | null {
  const { fromRevision, toRevision, changed, removed, atMs } = difference
  if (toRevision === told.revision) return told
  if (fromRevision !== told.revision) return null
  const people = new Map([...told.people, ...toldAt(changed, atMs)])
  for (const extension of removed) people.delete(extension)
  return { revision: toRevision, atMs, people }
}

/** What leads from a version to `people` as they are now; null where nothing does. That calls went on is no difference. */
export function differenceTo(
  { people: before }: ToldPresence,
  people: readonly ApiAvailability[],
  atMs: number
): Pick<PresenceDifference, 'changed' | 'removed'> | null {
  const isKnown = (person: ApiAvailability): boolean => {
    const known = before.get(person.presence_id)
    return known !== undefined && isSamePerson(known, { person, atMs })
  }
  const changed = people.filter((person) => !isKnown(person))
  const there = new Set(people.map((person) => person.presence_id))
  const removed = [...before.keys()].filter((extension) => !there.has(extension))
  return changed.length === 0 && removed.length === 0 ? null : { changed, removed }
}

/** Everybody, with calls that have lasted as long as they have at `atMs`. */
export const peopleAt = ({ people }: ToldPresence, atMs: number): readonly ApiAvailability[] =>
  [...people.values()].map((told) => {
    const { person } = told
    const sinceS = (atMs - told.atMs) / 1000
    if (person.channels === null || person.channels.length === 0 || sinceS === 0) return person
    const channels = person.channels.map((channel) => ({
      ...channel,
      call_seconds: channel.call_seconds + sinceS
    }))
    return { ...person, channels }
  })

function isSamePerson(one: ToldPerson, other: ToldPerson): boolean {
  const { channels, ...rest } = one.person
  const { channels: otherChannels, ...otherRest } = other.person
  if (JSON.stringify(rest) !== JSON.stringify(otherRest)) return false
  if (channels === null || otherChannels === null) return channels === otherChannels
  return (
    channels.length === otherChannels.length &&
    channels.every((channel, index) => {
      const same = otherChannels[index]
      return same !== undefined && isSameChannel(channel, one.atMs, same, other.atMs)
    })
  )
}

const isSameChannel = (one: ApiChannel, oneAtMs: number, other: ApiChannel, otherAtMs: number): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.direction === other.direction &&
  Math.abs(oneAtMs - one.call_seconds * 1000 - (otherAtMs - other.call_seconds * 1000)) < sameStartWithinMs
