import {
  digitsOf,
  type FoundPerson,
  hasWord,
  type TypedWord,
  typedDigitPieces,
  typedDigits,
  typedWords,
  wordsOf
} from '../core/search/index.ts'
import type { PersonIndex } from './person-index.ts'
import type { PersonRow } from './person-table.ts'

interface Candidate {
  readonly row: PersonRow
  /** The higher, the earlier it is shown; of the same rank, whoever was in touch last. */
  readonly rank: number
}

/** Of so many of the most recent hits the best are shown. */
const rankedCount = 100
const digitPageSize = 250
const maxDigitPages = 8

/** People by what was typed: all of a number's digits, or every word as the beginning of one of a name or company. */
export function findPeople(index: PersonIndex, text: string, limit: number): readonly FoundPerson[] {
  const count = Math.max(limit, rankedCount)
  const found = new Map<string, Candidate>()
  for (const row of peopleByDigits(index, text, count))
    found.set(row.address, {
      row,
      rank: typedDigits(text).includes(row.address) ? rankOf.exact : rankOf.digits
    })
  for (const candidate of peopleByWords(index, typedWords(text, 'each'), count))
    if (!found.has(candidate.row.address)) found.set(candidate.row.address, candidate)
  return [...found.values()].toSorted(byRank).slice(0, limit).map(foundPerson)
}

const rankOf = { exact: 4, wholeName: 3, name: 2, digits: 2, company: 1 }

const byRank = (one: Candidate, other: Candidate): number =>
  other.rank - one.rank || (other.row.last_at_ms ?? -1) - (one.row.last_at_ms ?? -1)

const foundPerson = ({ row: { address, told_name, last_at_ms } }: Candidate): FoundPerson => ({
  address,
  toldName: told_name,
  lastContactAtMs: last_at_ms
})

/** Those whose address holds the digits in a row, most recent first; the first way to read what was typed that leads to any counts. */
export function peopleByDigits(index: PersonIndex, text: string, limit: number): readonly PersonRow[] {
  for (const digits of typedDigits(text)) {
    const people = peopleWithDigits(index, digits, limit)
    if (people.length > 0) return people
  }
  return []
}

function peopleWithDigits(index: PersonIndex, digits: string, limit: number): readonly PersonRow[] {
  const people: PersonRow[] = []
  let before = Number.MAX_SAFE_INTEGER
  for (let page = 0; page < maxDigitPages && people.length < limit; page += 1) {
    const slots = index.digits.find(typedDigitPieces(digits), Math.min(limit, digitPageSize), before)
    people.push(...rowsOf(index, slots).filter(({ address }) => digitsOf(address).includes(digits)))
    const last = slots.at(-1)
    if (last === undefined || slots.length < Math.min(limit, digitPageSize)) break
    before = last
  }
  return people.slice(0, limit)
}

/** Those with the words whole come among them, however long they have not been in touch. */
function peopleByWords(index: PersonIndex, typed: readonly TypedWord[], count: number): readonly Candidate[] {
  const whole = typed.map(({ word }) => ({ word, isPrefix: false }))
  const slots = new Set([...index.words.find(whole, count), ...index.words.find(typed, count)])
  return rowsOf(index, [...slots]).flatMap((row) => {
    const rank = rankByWords(index, row, typed, whole)
    return rank === null ? [] : [{ row, rank }]
  })
}

function rankByWords(
  index: PersonIndex,
  row: PersonRow,
  typed: readonly TypedWord[],
  whole: readonly TypedWord[]
): number | null {
  const { names, companies } = index.namesOf(row.address, row.told_name)
  const ofName = wordsOf(names.join('\n'))
  if (whole.every((word) => hasWord(ofName, word))) return rankOf.wholeName
  if (typed.every((word) => hasWord(ofName, word))) return rankOf.name
  const ofAll = [...ofName, ...wordsOf(companies.join('\n'))]
  return typed.every((word) => hasWord(ofAll, word)) ? rankOf.company : null
}

const rowsOf = (index: PersonIndex, slots: readonly number[]): readonly PersonRow[] =>
  slots.flatMap((slot) => {
    const row = index.bySlot(slot)
    return row === undefined ? [] : [row]
  })
