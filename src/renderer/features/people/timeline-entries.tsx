import { type FocusEvent, useEffect, useMemo, useState } from 'react'
import { Virtualizer } from 'virtua'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { nameOf } from '../../ui/index.ts'
import styles from './timeline.module.css'
import type { TimelineProps } from './timeline.tsx'
import { TimelineNews } from './timeline-news.tsx'
import { TimelineRow } from './timeline-row.tsx'
import { usePlaceInTimeline } from './use-place-in-timeline.ts'

interface TimelineEntriesProps extends TimelineProps {
  readonly entries: readonly TimelineEntry[]
  /** The entry to be brought into view. */
  readonly soughtId: string | null
  readonly isReadingEarlier: boolean
  readonly onNearStart: () => void
}

/** Where more is read: several windows before the reader comes there. */
const nearStartPx = 3_000
/** How tall a row is taken to be until it was measured. */
const usualRowPx = 58
/** How far around the window rows are laid out: a turn of the wheel must not outrun their measuring. */
const bufferPx = 1_200

/** The entries in view, and no others, however many there are. */
export function TimelineEntries(props: TimelineEntriesProps) {
  const { entries, party, lines, openCall, soughtId, isReadingEarlier, onNearStart, children } = props
  const { scroller, list, shift } = usePlaceInTimeline(entries, soughtId)
  const keepMounted = useHeldRow(entries)
  const personName = nameOf(party)
  const lookAhead = () => {
    if ((scroller.current?.scrollTop ?? nearStartPx) < nearStartPx) onNearStart()
  }
  // What does not fill its window is at its start without ever being scrolled.
  useEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = scroller.current ?? {}
    if (scrollHeight <= clientHeight) onNearStart()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- after each change of the entries, whatever was rendered
  }, [entries])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it learns where the focus is, and takes none
    <div
      ref={scroller}
      className={styles.scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
      role="log"
      // Rows come and go as one scrolls: only what is new is said, by `TimelineNews`.
      aria-live="off"
      aria-label={t('people.timeline', { name: personName })}
      aria-busy={isReadingEarlier}
      onFocus={keepMounted.onFocus}
    >
      {isReadingEarlier && (
        <div className={styles.earlier} aria-hidden="true">
          <span>{t('threads.readingEarlier')}</span>
        </div>
      )}
      <Virtualizer
        ref={list}
        scrollRef={scroller}
        as="ol"
        item="li"
        data={entries}
        itemSize={usualRowPx}
        bufferSize={bufferPx}
        shift={shift}
        keepMounted={keepMounted.rows}
        onScroll={lookAhead}
      >
        {(entry, index) => (
          <TimelineRow
            key={entryId(entry)}
            entry={entry}
            previousAtMs={entries[index - 1]?.atMs ?? null}
            personName={personName}
            address={party.address}
            lines={lines}
            isOpen={openCall !== undefined && entry.kind === 'call' && entry.call.id === openCall.id}
            isSought={entry.kind === 'message' && entryId(entry) === soughtId}
          />
        )}
      </Virtualizer>
      <div className={styles.end}>{children}</div>
      <TimelineNews entries={entries} personName={personName} />
    </div>
  )
}

/** The row that holds the focus stays mounted, wherever it is scrolled: someone may be writing in it. */
function useHeldRow(entries: readonly TimelineEntry[]) {
  const [heldId, setHeldId] = useState<string | null>(null)
  const rows = useMemo(() => {
    const index = heldId === null ? -1 : entries.findIndex((entry) => entryId(entry) === heldId)
    return index < 0 ? [] : [index]
  }, [entries, heldId])
  const onFocus = ({ target }: FocusEvent) => {
    const row = target.closest<HTMLElement>('[data-entry]')
    // A question that a row asks stands elsewhere in the page; the row is held until another takes the focus.
    if (row) setHeldId(row.dataset['entry'] ?? null)
  }
  return { rows, onFocus }
}
