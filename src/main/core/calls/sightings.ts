import type { Colleague, ColleagueCall, Presence } from '../../../shared/domain/presence.ts'
import { kindOfAddress } from '../numbers/index.ts'
import type { CallSighting } from './call-record.ts'

/** A call that a reading of presence shows, by the phone that shows it. */
export type Sighting = Omit<CallSighting, 'id' | 'kind'>

/**
 * The calls that presence shows, each once: a call between colleagues, of which both phones have a channel, too. Left out are
 * what is no call with anyone (codes such as *97), what may be one or the other direction, and a caller at several phones: that
 * one only rings, and who takes it is not known yet.
 */
export function sightingsIn({ colleagues }: Presence): readonly Sighting[] {
  const calls = new Map<string, Sighting>()
  const phones = new Map<string, Set<string>>()
  for (const { colleague, call } of colleagues.flatMap(channelsOf)) {
    const sighting = sightingOf(colleague.extension, call)
    if (sighting === null) continue
    const key = isExtension(call.other.address)
      ? [sighting.from, sighting.to].toSorted().join()
      : `${sighting.from},${sighting.to}`
    const before = calls.get(key)
    if (before === undefined || sighting.atMs < before.atMs) calls.set(key, sighting)
    const { from } = sighting
    if (!isExtension(from)) phones.set(from, (phones.get(from) ?? new Set()).add(sighting.extension))
  }
  return [...calls.values()].filter(({ from }) => from === '' || (phones.get(from)?.size ?? 0) < 2)
}

/** Whether two readings show the same call. Its start is reckoned from whole seconds, and from when the answer came. */
export const isSameSighting = (one: Sighting, other: Sighting): boolean =>
  one.from === other.from && one.to === other.to && Math.abs(one.atMs - other.atMs) <= sameStartWithinMs

const sameStartWithinMs = 5_000

const isExtension = (address: string): boolean => kindOfAddress(address) === 'extension'

const channelsOf = (colleague: Colleague): { colleague: Colleague; call: ColleagueCall }[] =>
  (colleague.calls ?? []).map((call) => ({ colleague, call }))

function sightingOf(extension: string, { direction, other, startedAtMs }: ColleagueCall): Sighting | null {
  const { address, kind } = other
  if (direction === 'unknown' || address === extension || !isExtension(extension)) return null
  if (kind === 'other' && !/^\d+$/.test(address)) return null
  if (direction === 'inbound') {
    const caller = isExtension(address) ? address : extension
    return { atMs: startedAtMs, from: address, to: extension, extension: caller }
  }
  return kind === 'anonymous' ? null : { atMs: startedAtMs, from: extension, to: address, extension }
}
