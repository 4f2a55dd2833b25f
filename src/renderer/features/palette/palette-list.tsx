/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events --
   the field above has the focus and the keys, as a combobox's does */
import { useEffect, useRef } from 'react'
import { t } from '../../text/text.ts'
import type { PaletteItem, PaletteSection } from './palette-items.ts'
import styles from './palette-list.module.css'
import { PaletteRow } from './palette-row.tsx'

interface PaletteListProps {
  readonly id: string
  readonly sections: readonly PaletteSection[]
  readonly query: string
  readonly active: PaletteItem | null
  readonly onActivate: (item: PaletteItem) => void
  readonly onOpen: (item: PaletteItem) => void
}

/** The id of a row's element, which the field names as active. */
export const rowIdOf = (listId: string, item: PaletteItem): string =>
  `${listId} ${item.id}`.replace(/\s/gu, '_')

/** What the palette found, section by section. */
export function PaletteList({ id, sections, query, active, onActivate, onOpen }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  const activeId = active && rowIdOf(id, active)
  const isFirst = active !== null && active === sections[0]?.items[0]

  useEffect(() => {
    if (activeId === null) return
    // The first row brings the heading above it into view too.
    if (isFirst) list.current?.scrollTo({ top: 0 })
    else document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, isFirst])

  return (
    <div ref={list} id={id} role="listbox" aria-label={t('palette.results')} className={styles.list}>
      {sections.map(({ title, items }) => (
        <div key={title} role="group" aria-labelledby={`${id}-${title}`}>
          <div id={`${id}-${title}`} role="presentation" className={styles.title}>
            {title === 'suggested' ? t('dialing.suggested') : t(`palette.${title}`)}
          </div>
          {items.map((item) => (
            <div
              key={item.id}
              id={rowIdOf(id, item)}
              role="option"
              aria-selected={item === active}
              className={styles.row}
              // The field keeps the focus, whatever is clicked.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => item !== active && onActivate(item)}
              onClick={() => onOpen(item)}
            >
              <PaletteRow item={item} query={query} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
