import { kindOfAddress } from '../numbers/index.ts'
import type { CallFact } from './call-record.ts'
import { diallers, extensionsOf } from './correlate-call.ts'

type Facts = readonly CallFact[]

const isExtension = (address: string): boolean => kindOfAddress(address) === 'extension'
const has = (facts: Facts, ...kinds: readonly CallFact['kind'][]): boolean =>
  facts.some(({ kind }) => kinds.includes(kind))
const isIncoming = (facts: Facts): boolean =>
  has(facts, 'incoming', 'queue-no-answer', 'queue-timed-out', 'queue-abandoned')
const isDialed = (facts: Facts): boolean => has(facts, 'placed', 'dialed')

/**
 * Whether a channel may be that of a call with these facts: they share a number, or a phone and nothing stands against it. So
 * each match has an address in common, by which the ledger finds it.
 */
export function hasSeenParties(facts: Facts, { from, to }: CallFact): boolean {
  const [caller, called] = [from ?? '', to ?? '']
  if (!isExtension(caller)) return isCallOf(facts, caller, called)
  return isExtension(called) ? isBetween(facts, caller, called) : isCallTo(facts, caller, called)
}

/** One caller is in one call, on however many phones it rings, and with whomever it is after a transfer. */
function isCallOf(facts: Facts, caller: string, phone: string): boolean {
  if (isDialed(facts)) return false
  const agreement = agree(addressesIn(facts, 'from'), caller)
  if (agreement === 'same' && caller !== '') return true
  return agreement !== 'differ' && extensionsOf(facts).includes(phone)
}

/** Two colleagues may call one number at the same time. */
function isCallTo(facts: Facts, phone: string, called: string): boolean {
  if (isIncoming(facts)) return false
  const agreement = agree(addressesIn(facts, 'to'), called)
  const callers = diallers(facts)
  if (agreement === 'same' && callers.length === 0) return true
  return agreement !== 'differ' && callers.includes(phone)
}

/** Which of two colleagues called the other is not to be relied on: each of both phones has a channel. */
function isBetween(facts: Facts, one: string, other: string): boolean {
  const numbers = facts.flatMap(({ kind, from, to }) => (kind === 'placed' ? [to] : [from, to]))
  if (isIncoming(facts) || numbers.some((it) => it !== null && kindOfAddress(it) === 'number')) return false
  const extensions = extensionsOf(facts)
  const isOneOfThem = (extension: string): boolean => extension === one || extension === other
  return (
    (extensions.length > 0 && extensions.every(isOneOfThem)) ||
    (extensions.includes(one) && extensions.includes(other))
  )
}

type Agreement = 'same' | 'differ' | 'unknown'

/** What is neither number, extension nor withheld is not compared, but for the digits of a number without its area code. */
function agree(told: readonly string[], seen: string): Agreement {
  if (told.length === 0) return 'unknown'
  if (told.includes(seen)) return 'same'
  if (kindOfAddress(seen) !== 'other') return 'differ'
  const isLocalNumber = /^\d{7,}$/.test(seen)
  return !isLocalNumber || told.some((address) => address.endsWith(seen)) ? 'unknown' : 'differ'
}

const addressesIn = (facts: Facts, role: 'from' | 'to'): readonly string[] =>
  facts.flatMap((fact) => {
    const address = fact[role]
    return address === null || kindOfAddress(address) === 'other' ? [] : [address]
  })
