import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { t } from '../../text/text.ts'
import { inputClass } from '../../ui/index.ts'
import type { Emoji } from './emoji-data.ts'
import { findEmoji, type GridPlace, moveInGrid, rowsOf } from './emoji-grid.ts'
import styles from './emoji-picker.module.css'

const start: GridPlace = { row: 0, column: 0 }

/** Emoji by group, found by name, reached by the arrow keys; Enter in the search field takes the first. */
export function EmojiPicker({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const [text, setText] = useState('')
  const [place, setPlace] = useState(start)
  const [named, setNamed] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const groups = findEmoji(text).map((group) => ({ ...group, rows: rowsOf(group.emoji) }))
  const rows = groups.flatMap((group) => group.rows)

  const moveTo = (next: GridPlace) => {
    setPlace(next)
    list.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }
  const onGridKey = (event: KeyboardEvent) => {
    const lengths = rows.map(({ length }) => length)
    const next = moveInGrid(lengths, place, event.key)
    if (!next) return
    event.preventDefault()
    moveTo(next)
  }
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const first = rows[0]?.[0]
    if (event.key === 'Enter' && first) onChoose(first.text)
    else if (event.key === 'ArrowDown' && first) moveTo(start)
    else return
    event.preventDefault()
  }
  const cell = (emoji: Emoji, row: number, column: number) => (
    <td key={emoji.text}>
      <button
        type="button"
        className={styles.emoji}
        tabIndex={row === place.row && column === place.column ? 0 : -1}
        data-place={`${row} ${column}`}
        aria-label={emoji.name}
        onFocus={() => {
          setPlace({ row, column })
          setNamed(emoji.name)
        }}
        onPointerEnter={() => setNamed(emoji.name)}
        onClick={() => onChoose(emoji.text)}
      >
        {emoji.text}
      </button>
    </td>
  )

  return (
    <div className={styles.picker}>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the picker was opened to look for one
        autoFocus
        type="search"
        className={inputClass}
        autoComplete="off"
        aria-label={t('composer.findEmoji')}
        placeholder={t('composer.findEmoji')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setPlace(start)
        }}
        onKeyDown={onSearchKey}
      />
      <div ref={list} className={styles.list} onKeyDown={onGridKey} role="presentation">
        {groups.map((group, index) => {
          const before = groups.slice(0, index).reduce((sum, it) => sum + it.rows.length, 0)
          return (
            <section key={group.id}>
              <h3 id={`${id}-${group.id}`}>{t(`composer.emoji.${group.id}`)}</h3>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid is a table whose cells are reached by key */}
              <table role="grid" className={styles.grid} aria-labelledby={`${id}-${group.id}`}>
                <tbody>
                  {group.rows.map((row, at) => (
                    <tr key={row[0]?.text}>{row.map((emoji, column) => cell(emoji, before + at, column))}</tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        })}
        {groups.length === 0 && <output>{t('composer.noEmoji', { text: text.trim() })}</output>}
      </div>
      <p className={styles.name} aria-hidden="true">
        {named}
      </p>
    </div>
  )
}
