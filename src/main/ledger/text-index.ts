import { type FoundText, hasWord, type TypedWord, typedWords, wordsOf } from '../core/search/index.ts'
import type { Database } from './open-database.ts'
import { createWordIndex } from './word-index.ts'

interface TextRow {
  readonly slot: number
  readonly kind: FoundText['kind']
  readonly id: string
  readonly address: string
  readonly at_ms: number
  readonly body: string
}

const slotsPerMs = 16
/** So many of the newest hits are looked through for notes, a page at a time: someone types meanwhile. */
const notePageSize = 500
const maxNotePages = 20
const maxAtMs = Math.floor(Number.MAX_SAFE_INTEGER / slotsPerMs) - 1
/** With how many whole words before it a beginning of one letter is better looked for in the texts that have those. */
const fewWords = 2

/** The bodies of messages and notes, kept in slots by time, so that the highest slots are the newest. */
export function createTextIndex(database: Database) {
  const words = createWordIndex(database, 'text_words')
  const columns = 'slot, kind, id, address, at_ms, body'
  const selectById = database.prepare<[string, string], TextRow>(
    `SELECT ${columns} FROM search_texts WHERE kind = ? AND id = ?`
  )
  const selectBySlots = database.prepare<[string], TextRow>(
    'SELECT search_texts.* FROM json_each(?) CROSS JOIN search_texts ON slot = value'
  )
  const selectNotes = database
    .prepare<[string], string>(
      "SELECT search_texts.id FROM json_each(?) CROSS JOIN search_texts ON slot = value WHERE kind = 'note'"
    )
    .pluck()
  const selectByAddress = database.prepare<[string], TextRow>(
    `SELECT ${columns} FROM search_texts WHERE address = ?`
  )
  const selectTaken = database.prepare<[number]>('SELECT 1 FROM search_texts WHERE slot = ?')
  const insert = database.prepare(
    'INSERT INTO search_texts (slot, kind, id, address, at_ms, body) VALUES (?, ?, ?, ?, ?, ?)'
  )
  const remove = database.prepare('DELETE FROM search_texts WHERE slot = ?')
  const removeAll = database.prepare('DELETE FROM search_texts')

  /** The slot of that time; where it is taken, as when many texts have the same time, one near it. */
  function freeSlot(atMs: number): number {
    const first = Math.trunc(Math.min(Math.max(atMs, 0), maxAtMs)) * slotsPerMs
    let slot = first
    for (let span = slotsPerMs; selectTaken.get(slot) !== undefined; span *= 2)
      slot = first + Math.floor(Math.random() * Math.min(span, Number.MAX_SAFE_INTEGER - first))
    return slot
  }

  function take(row: TextRow): void {
    remove.run(row.slot)
    words.remove(row.slot)
  }

  /** Deletes texts, and every word that only they had. */
  function forget(rows: readonly TextRow[]): void {
    for (const row of rows) take(row)
    words.sweep(new Set(rows.flatMap(({ body }) => wordsOf(body))))
  }

  const withSlots = (slots: readonly number[]): readonly FoundText[] =>
    selectBySlots.all(JSON.stringify(slots)).map(foundText)

  function newest(typed: readonly TypedWord[], limit: number): readonly FoundText[] {
    const whole = typed.filter(({ isPrefix }) => !isPrefix)
    const begun = typed.filter(({ isPrefix }) => isPrefix)
    const isVague = begun.length > 0 && begun.every(({ word }) => word.length === 1)
    const found = isVague && whole.length >= fewWords ? lookThrough(whole, begun, limit) : null
    return found ?? withSlots(words.find(typed, limit))
  }

  /**
   * Half of all texts have a word that begins with some letters: to step through those beside the few texts that have some other
   * words costs more than to read the few. Null where they would have to be too many.
   */
  function lookThrough(
    whole: readonly TypedWord[],
    begun: readonly TypedWord[],
    limit: number
  ): readonly FoundText[] | null {
    const slots = words.find(whole, 2 * limit)
    const found = withSlots(slots).filter(({ body }) => {
      const held = wordsOf(body)
      return begun.every((word) => hasWord(held, word))
    })
    return found.length >= limit || slots.length < 2 * limit ? found.slice(0, limit) : null
  }

  return {
    /** The same text again changes nothing, another body of the same id takes the place of the one before. */
    add: ({ kind, id, address, atMs, body }: FoundText): void => {
      const before = selectById.get(kind, id)
      if (before?.body === body && before.address === address && before.at_ms === Math.trunc(atMs)) return
      if (before !== undefined) take(before)
      const slot = freeSlot(atMs)
      insert.run(slot, kind, id, address, Math.trunc(atMs), body)
      words.set(slot, wordsOf(body))
      if (before !== undefined) words.sweep(wordsOf(before.body))
    },
    remove: (kind: FoundText['kind'], id: string): void => forget(selectById.all(kind, id)),
    removeWith: (address: string): void => forget(selectByAddress.all(address)),
    clear: (): void => {
      removeAll.run()
      words.clear()
    },
    /** Those that have all of the words, the newest first; the last word may be a beginning. */
    newest: (text: string, limit: number): readonly FoundText[] => newest(typedWords(text, 'last'), limit),
    /** The ids of the notes among them, which are few beside the messages. */
    newestNotes: (text: string, limit: number): readonly string[] => {
      const typed = typedWords(text, 'last')
      const found: string[] = []
      let before = Number.MAX_SAFE_INTEGER
      for (let page = 0; page < maxNotePages && found.length < limit; page += 1) {
        const slots = words.find(typed, notePageSize, before)
        found.push(...selectNotes.all(JSON.stringify(slots)))
        const last = slots.at(-1)
        if (last === undefined || slots.length < notePageSize) break
        before = last
      }
      return found.slice(0, limit)
    },
    /** The texts again, but first those that have the last word whole. */
    ranked(text: string, limit: number): readonly FoundText[] {
      const typed = typedWords(text, 'last')
      const whole = withSlots(
        words.find(
          typed.map(({ word }) => ({ word, isPrefix: false })),
          limit
        )
      )
      if (whole.length >= limit) return whole
      const known = new Set(whole.map(({ kind, id }) => `${kind} ${id}`))
      const begun = newest(typed, limit).filter(({ kind, id }) => !known.has(`${kind} ${id}`))
      return [...whole, ...begun].slice(0, limit)
    }
  }
}

const foundText = ({ kind, id, address, at_ms, body }: TextRow): FoundText => ({
  kind,
  id,
  address,
  atMs: at_ms,
  body
})
