import { memo } from 'react'
import type { Line } from '../../../shared/domain/message.ts'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId } from '../../bridge/index.ts'
import { formatDay, isSameDay, useNow, useTimeZone } from '../../time/index.ts'
import { GapRow } from '../calls/index.ts'
import { MessageBubble } from '../messages/index.ts'
import { CallEntry } from './call-entry.tsx'
import { NoteEntry } from './note-entry.tsx'
import styles from './timeline.module.css'

interface TimelineRowProps {
  readonly entry: TimelineEntry
  /** When the entry above it happened; null for the first. */
  readonly previousAtMs: number | null
  readonly personName: string
  readonly address: string
  readonly lines: readonly Line[]
  /** Whether it is the call that the timeline was opened by. */
  readonly isOpen: boolean
  /** Whether it is the message that the timeline was opened by. */
  readonly isSought: boolean
}

/** One entry, under the heading of its day where that begins with it. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { entry, previousAtMs, isSought } = props
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const isNewDay = previousAtMs === null || !isSameDay(previousAtMs, entry.atMs, timeZone)
  return (
    <div className={styles.row} data-entry={entryId(entry)} data-sought={isSought || undefined}>
      {isNewDay && <p className={styles.day}>{formatDay(entry.atMs, nowMs, timeZone)}</p>}
      <Entry {...props} />
    </div>
  )
})

function Entry({ entry, personName, address, lines, isOpen }: TimelineRowProps) {
  switch (entry.kind) {
    case 'call':
      return <CallEntry call={entry.call} isOpen={isOpen} />
    case 'note':
      return <NoteEntry note={entry.note} personName={personName} />
    case 'gap':
      return <GapRow gap={entry.gap} />
    case 'message':
      return (
        <MessageBubble
          message={entry.message}
          to={address}
          lineName={lines.length > 1 ? lineNameOf(entry.message.threadId, lines) : null}
        />
      )
  }
}

function lineNameOf(threadId: string, lines: readonly Line[]): string | null {
  const line = lines.find(({ address }) => threadId.startsWith(`${address}|`))
  return line ? (line.friendlyName ?? line.display) : null
}
