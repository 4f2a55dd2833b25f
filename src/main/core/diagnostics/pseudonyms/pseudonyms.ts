import { stopOf } from '../../messages/index.ts'
import { kindOfAddress, type ReadAddress, readAddress as readInRegion } from '../../numbers/index.ts'
import { plainText } from '../../plain-text.ts'
import { fictitiousNumber } from './fictitious-number.ts'
import { type KeyedChoice, keyedChoice } from './keyed-choice.ts'
import { replacedId } from './replaced-id.ts'
import { replacedText } from './replaced-text.ts'
import { respell } from './respell.ts'

/**
 * Stands in for what tells of people: the same for the same, another for another, so that what belongs together still does.
 * Each answers the text that takes the place of the one it is given.
 */
export interface Replacer {
  /** What Voice360 gives as a caller's or a colleague's address: a number in whatever spelling, an extension, a name. */
  readonly address: (text: string) => string
  readonly id: (text: string) => string
  /** A person's name, which can also be their number. */
  readonly name: (text: string) => string
  readonly queue: (text: string) => string
  /** What a message says. A word that asks for messages, or for none, stays. */
  readonly body: (text: string) => string
  /** A name of a field or an event that no document knows. */
  readonly label: (text: string) => string
  /** An address of the internet. */
  readonly source: (text: string) => string
}

export interface PseudonymOptions {
  /** Random, and of this bundle alone: two bundles cannot be joined. */
  readonly key: Uint8Array
  /** ISO 3166, reads numbers without a country code. */
  readonly region: string
  /** What stands for nothing, since it is somebody's: every number (E.164), id and name there is. */
  readonly avoid: ReadonlySet<string>
}

/** Where so many were taken, the next one is made longer. */
const mostTries = 200
const triesForGood = 120
/** How much of an id or a name counts, and of an address (`readCallFact`). */
const countingLength = 200
const countingAddress = 64
const documentationNets = ['192.0.2', '198.51.100', '203.0.113']
/** Extensions, and what is dialed to switch something. */
const shortNumber = /^[+*#]?\d{1,6}#?$/

export function createPseudonyms({ key, region, avoid }: PseudonymOptions): Replacer {
  const read: ReadAddress = (text) => readInRegion(text, region)
  const isFree = (text: string): boolean => !avoid.has(text) && !avoid.has(`+${text}`)

  /** Remembers what stands for each, and gives nothing out twice. */
  function distinct(
    kind: string,
    make: (text: string, choice: KeyedChoice, attempt: number) => string | null,
    sameAs: (text: string) => string = (text) => text
  ): (text: string) => string {
    const known = new Map<string, string>()
    const taken = new Set<string>()
    return (text) => {
      const same = sameAs(text)
      const remembered = known.get(same)
      if (remembered !== undefined) return remembered
      for (let attempt = 0; ; attempt += 1) {
        const made = make(text, keyedChoice(key, `${kind} ${same}`, attempt), attempt)
        if (made === null) continue
        const longer = attempt < mostTries ? made : `${made}${attempt}`
        if (taken.has(sameAs(longer)) || !isFree(longer)) continue
        taken.add(sameAs(longer))
        known.set(same, longer)
        return longer
      }
    }
  }

  const numbered = (kind: string, show: (count: number) => string, sameAs?: (text: string) => string) => {
    let count = 0
    const next = (): string => {
      count += 1
      return show(count)
    }
    return distinct(kind, next, sameAs)
  }

  const number = distinct('number', (address, choice, attempt) => {
    const isPicky = attempt < triesForGood
    const { number: made, isGood } = fictitiousNumber(address, choice, isPicky)
    const isNumber = read(made) === made && kindOfAddress(made) === 'number'
    return (isNumber && (isGood || !isPicky)) || attempt >= mostTries ? made : null
  })
  /** Digits that are no number: too many, too few, or of no country. They are to stay that. */
  const digits = distinct('digits', (text, choice, attempt) => {
    const made = replacedId(text, choice)
    return attempt >= mostTries || (read(made) === made && kindOfAddress(made) === 'other') ? made : null
  })
  const idOf = distinct('id', replacedId)
  const nameOf = numbered('name', (count) => `Person ${count}`)
  const queueOf = numbered('queue', (count) => `Queue ${count}`)
  const bodyOf = distinct(
    'body',
    (text, choice) => {
      const made = replacedText(text, choice)
      return isOptOut(made) ? null : made
    },
    withoutSpacing
  )
  const labelOf = numbered('label', (count) => `redacted_${count}`, inSnakeCase)
  const sourceOf = numbered('source', (count) => {
    const at = count - 1
    return `${documentationNets[Math.floor(at / 254) % 3]}.${(at % 254) + 1}`
  })

  function numberIn(text: string): string | null {
    const address = read(text)
    if (kindOfAddress(address) !== 'number') return null
    const replacement = number(address)
    const respelled = respell(text, address, replacement)
    return respelled !== null && read(respelled) === replacement && isFree(respelled)
      ? respelled
      : replacement
  }

  /** An extension, a number or a caller without one; null for a name. */
  function addressIn(text: string): string | null {
    if (read(text) === '' || shortNumber.test(text)) return text
    const found = numberIn(text)
    if (found !== null) return found
    return (text.match(/\d/g)?.length ?? 0) > 6 && !/\p{L}{2}/u.test(text) ? digits(text) : null
  }

  /** What says nothing stays, and of what is longer no more is taken than counts. */
  const counting =
    (replace: (text: string) => string, length = countingLength) =>
    (text: string): string => {
      const plain = plainText(text)
      return plain === '' ? text : replace(plain.slice(0, length))
    }

  return {
    address: counting((text) => addressIn(text) ?? nameOf(text), countingAddress),
    id: counting(idOf),
    name: counting((text) => addressIn(text) ?? nameOf(text)),
    queue: counting(queueOf),
    body: counting((text) => (isOptOut(text) ? text : bodyOf(text)), Number.POSITIVE_INFINITY),
    label: labelOf,
    source: sourceOf
  }
}

/** As names of fields are compared. */
const inSnakeCase = (text: string): string => text.replaceAll(/[\s-]+/g, '_').toLowerCase()
const withoutSpacing = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

const isOptOut = (body: string): boolean =>
  stopOf({
    kind: 'received',
    atMs: 0,
    messageId: null,
    intentId: null,
    from: '+',
    to: null,
    body,
    reason: null,
    source: ''
  }) !== null
