import type { TypedWord } from '../core/search/index.ts'
import type { Database } from './open-database.ts'

export interface WordIndex {
  /** Gives a slot these words, in the place of those it had. */
  set(slot: number, words: readonly string[]): void
  remove(slot: number): void
  /** Forgets those of the words that nothing has any more. */
  sweep(words: Iterable<string>): void
  clear(): void
  /** The slots that have all of the words, the highest first, below `before`. */
  find(words: readonly TypedWord[], limit: number, before?: number): readonly number[]
}

/** Characters up to which SQLite keeps an index of beginnings; search-schema.ts says so too. */
const indexedPrefixLength = 4
const maxExpansion = 64

/**
 * Slots by the words they have. SQLite walks the slots of a word, or of several, from the highest down and stops at the limit, so
 * that a common word costs no more than a rare one. It does so for short beginnings too; the slots of a longer beginning it would
 * gather all first, so that one is put as the known words that begin with it.
 */
export function createWordIndex(
  database: Database,
  table: 'text_words' | 'name_words' | 'contact_words' | 'digit_pieces'
): WordIndex {
  const insert = database.prepare(`INSERT OR REPLACE INTO ${table} (rowid, words) VALUES (?, ?)`)
  const remove = database.prepare(`DELETE FROM ${table} WHERE rowid = ?`)
  const removeAll = database.prepare(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
  const select = database
    .prepare<[string, number, number], number>(
      `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`
    )
    .pluck()
  const insertLong = database.prepare(
    `INSERT OR IGNORE INTO long_words (word_index, word) VALUES ('${table}', ?)`
  )
  const removeLong = database.prepare(`DELETE FROM long_words WHERE word_index = '${table}' AND word = ?`)
  const removeAllLong = database.prepare(`DELETE FROM long_words WHERE word_index = '${table}'`)
  const selectLong = database
    .prepare<[string, string, number], string>(
      `SELECT word FROM long_words WHERE word_index = '${table}' AND word >= ? AND word < ? ORDER BY word LIMIT ?`
    )
    .pluck()

  /** The words that begin so; null where they are too many to name. */
  function expand(prefix: string): readonly string[] | null {
    const words = selectLong.all(prefix, `${prefix}\u{10ffff}`, maxExpansion + 1)
    return words.length > maxExpansion ? null : words
  }

  const find: WordIndex['find'] = (words, limit, before = Number.MAX_SAFE_INTEGER) => {
    const expression = matchExpression(words, expand)
    return expression === null ? [] : select.all(expression, before, limit)
  }

  return {
    set(slot, words) {
      insert.run(slot, words.join(' '))
      for (const word of words) if (isLong(word)) insertLong.run(word)
    },
    remove: (slot) => void remove.run(slot),
    sweep(words) {
      for (const word of words)
        if (isLong(word) && find([{ word, isPrefix: false }], 1).length === 0) removeLong.run(word)
    },
    clear() {
      removeAll.run()
      removeAllLong.run()
    },
    find
  }
}

const isLong = (word: string): boolean => Array.from(word).length > indexedPrefixLength
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

/** An expression of FTS5 for all of the words; null where nothing can have them. Nothing that was typed is ever its syntax. */
export function matchExpression(
  words: readonly TypedWord[],
  expand: (prefix: string) => readonly string[] | null
): string | null {
  const terms = words.map(({ word, isPrefix }) => {
    if (!isPrefix) return quoted(word)
    const known = isLong(word) ? expand(word) : null
    if (known === null) return `${quoted(word)}*`
    return known.length === 0 ? null : `(${known.map(quoted).join(' OR ')})`
  })
  return terms.length === 0 || terms.includes(null) ? null : terms.join(' AND ')
}
