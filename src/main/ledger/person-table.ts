import type { Database } from './open-database.ts'

export interface Person {
  readonly address: string
  readonly told_name: string | null
  readonly last_at_ms: number | null
}

export interface PersonRow extends Person {
  readonly slot: number
}

const dayMs = 86_400_000
const slotsPerDay = 10_000_000
const maxDay = Math.floor(Number.MAX_SAFE_INTEGER / slotsPerDay) - 1

/** The day of a last contact; the day before all days for who never was in touch. */
const dayOf = (lastAtMs: number | null): number =>
  lastAtMs === null ? 0 : Math.min(Math.max(Math.floor(lastAtMs / dayMs), 1), maxDay)

/**
 * Each address once, in slots by the day it was last in touch: the highest slots are the most recent, and someone who calls all day
 * is moved once.
 */
export function createPersonTable(database: Database) {
  const columns = 'slot, address, told_name, last_at_ms'
  const selectByAddress = database.prepare<[string], PersonRow>(
    `SELECT ${columns} FROM people WHERE address = ?`
  )
  const selectBySlot = database.prepare<[number], PersonRow>(`SELECT ${columns} FROM people WHERE slot = ?`)
  const selectLastSlot = database.prepare<[number, number], { readonly last: number | null }>(
    'SELECT max(slot) AS last FROM people WHERE slot BETWEEN ? AND ?'
  )
  const insert = database.prepare(`INSERT INTO people (${columns}) VALUES (?, ?, ?, ?)`)
  const update = database.prepare('UPDATE people SET slot = ?, told_name = ?, last_at_ms = ? WHERE slot = ?')
  const updateLast = database.prepare('UPDATE people SET last_at_ms = ? WHERE slot = ?')
  const remove = database.prepare('DELETE FROM people WHERE slot = ?')
  const forgetAll = database.prepare('UPDATE people SET told_name = NULL, last_at_ms = NULL')

  function slotOn(day: number): number {
    const first = day * slotsPerDay
    return (selectLastSlot.get(first, first + slotsPerDay - 1)?.last ?? first - 1) + 1
  }

  return {
    byAddress: (address: string): PersonRow | undefined => selectByAddress.get(address),
    bySlot: (slot: number): PersonRow | undefined => selectBySlot.get(slot),
    /** Writes someone, who may get another slot by that. */
    put(before: PersonRow | undefined, person: Person): PersonRow {
      const day = dayOf(person.last_at_ms)
      const stays = before !== undefined && Math.floor(before.slot / slotsPerDay) === day
      const slot = stays ? before.slot : slotOn(day)
      const { address, told_name, last_at_ms } = person
      if (before === undefined) insert.run(slot, address, told_name, last_at_ms)
      else update.run(slot, told_name, last_at_ms, before.slot)
      return { ...person, slot }
    },
    /** Whether someone who is in touch at that time keeps the slot. */
    stays: ({ slot, last_at_ms }: PersonRow, atMs: number): boolean =>
      Math.floor(slot / slotsPerDay) === dayOf(Math.max(last_at_ms ?? atMs, atMs)),
    setLast: ({ slot }: PersonRow, atMs: number): void => void updateLast.run(Math.trunc(atMs), slot),
    remove: ({ slot }: PersonRow): void => void remove.run(slot),
    forgetAll: (): void => void forgetAll.run()
  }
}
