import type { PhoneNumber } from 'libphonenumber-js/max'
import { numberOfDigits, type ReadNumber, shortest } from './number-of-digits.ts'

interface Group {
  readonly digits: string
  /** What stands between the group before and this one. */
  readonly gap: string
}

/** How a "/" or a "-" with blanks around it may stand within a number, or between two. */
const loose = /^\)? [/-] \(?$/
/** More digits than these are a whole number, if they are one: what follows a loose sign is not more of it. */
const partLength = 8
/** More groups than a number has. */
const tooManyGroups = 13
/** More parts, between loose signs, than a number has: country code, area code and two more. */
const tooManyParts = 5

/**
 * The numbers in a piece of text that holds only digits and what stands between them, and a "+" at its beginning if at all. They take
 * up the whole piece; where they cannot, there is none. So no digit is left out, and no two numbers are read as one: of the ways to
 * read a piece the one with the most numbers counts.
 *
 * @param isAlone whether nothing else was written: then it is more easily believed
 */
export function splitNumbers(piece: string, region: string, isAlone: boolean): readonly PhoneNumber[] {
  const isInternational = piece.startsWith('+')
  const groups = groupsIn(piece)
  const read = reader(groups, isInternational, region)
  const whole = read(0, groups.length)
  if (whole?.isWellGrouped && (whole.isSure || isInternational)) return [whole.number]
  const found = numbersBetweenLooseSigns(groups, read)
  if (found.length > 0) return found
  return whole?.isLikely && (isInternational || isAlone) ? [whole.number] : []
}

/** What the groups from one index up to, but without, another are as one number. */
type Read = (from: number, to: number) => ReadNumber | null

const groupsIn = (piece: string): readonly Group[] =>
  Array.from(piece.matchAll(/(\D*)(\d+)/g), ([, gap = '', digits = '']) => ({ gap, digits }))

function reader(groups: readonly Group[], isInternational: boolean, region: string): Read {
  const known = new Map<number, ReadNumber | null>()
  return (from, to) => {
    const key = from * (groups.length + 1) + to
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const written = {
      isInternational: isInternational && from === 0,
      groups: groups.slice(from, to).map(({ digits }) => digits)
    }
    const number = numberOfDigits(written, region)
    known.set(key, number)
    return number
  }
}

/** Each part is read with what follows it, unless it is a whole number. */
function numbersBetweenLooseSigns(groups: readonly Group[], read: Read): readonly PhoneNumber[] {
  const signs = groups.flatMap(({ gap }, index) => (index > 0 && loose.test(gap) ? [index] : []))
  const found: PhoneNumber[] = []
  let from = 0
  let partCount = 0
  for (const [index, sign] of signs.entries()) {
    partCount += 1
    const end = signs[index + 1] ?? groups.length
    const before = numbersWithin(groups, from, sign, read)
    const isWhole =
      countDigits(groups, from, sign) > partLength || mostNumbers(groups, from, end, read).length === 0
    const isOverlong = partCount >= tooManyParts
    if (before.length === 0 && isOverlong && groups[from]?.gap.startsWith('+')) return []
    if ((before.length > 0 && isWhole) || isOverlong) {
      found.push(...before)
      from = sign
      partCount = 0
    }
  }
  return [...found, ...numbersWithin(groups, from, groups.length, read)]
}

/** The most numbers that take up all groups; else those behind one word that is none, e.g. a postal code. */
function numbersWithin(
  groups: readonly Group[],
  from: number,
  to: number,
  read: Read
): readonly PhoneNumber[] {
  const all = mostNumbers(groups, from, to, read)
  if (all.length > 0 || groups[from]?.gap !== '' || groups[from].digits.startsWith('0')) return all
  const others = groups.slice(from + 1, to)
  const next = others.findIndex(({ gap }) => gap.startsWith(' ')) + from + 1
  const isTight = groups.slice(next + 1, to).every(({ gap }) => !gap.includes(' ') || gap.includes(')'))
  const isOther = next > from && countDigits(groups, from, next) >= 4 && isTight
  return isOther ? mostNumbers(groups, next, to, read) : []
}

function mostNumbers(
  groups: readonly Group[],
  start: number,
  end: number,
  read: Read
): readonly PhoneNumber[] {
  // By the index of a group: the most numbers that take up all groups from there on; none where there are none such.
  const best = new Map<number, readonly PhoneNumber[]>([[end, []]])
  for (let from = end - 1; from >= start; from -= 1) {
    // No number has room before this one.
    if (from > start && countDigits(groups, start, Math.min(from, start + shortest)) < shortest) continue
    for (let to = from + 1; to <= end && to - from < tooManyGroups; to += 1) {
      const rest = best.get(to)
      if (!rest || (best.get(from)?.length ?? 0) > rest.length) continue
      const one = read(from, to)
      if (one?.isSure) best.set(from, [one.number, ...rest])
    }
  }
  return best.get(start) ?? []
}

const countDigits = (groups: readonly Group[], from: number, to: number): number =>
  groups.slice(from, to).reduce((count, { digits }) => count + digits.length, 0)
