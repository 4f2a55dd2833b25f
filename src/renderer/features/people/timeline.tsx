import { MessagesSquare } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import type { Line } from '../../../shared/domain/message.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { formatDay, isSameDay, useNow, useTimeZone } from '../../time/index.ts'
import { Button, EmptyState, Loaded, nameOf } from '../../ui/index.ts'
import { emptyDraft, useUiState, withBody } from '../../ui-state/index.ts'
import { GapRow, useMarkCallsRead } from '../calls/index.ts'
import { MessageBubble } from '../messages/index.ts'
import { CallEntry } from './call-entry.tsx'
import { NoteEntry } from './note-entry.tsx'
import styles from './timeline.module.css'
import { firstTimelineLimit, longestTimelineLimit } from './timeline-limits.ts'
import { usePlaceInTimeline } from './use-place-in-timeline.ts'

interface TimelineProps {
  readonly party: Party
  readonly lines: readonly Line[]
  /** The call it was opened by. */
  readonly openCall: Call | undefined
  /** What is being added to its end. */
  readonly children?: ReactNode
}

/** Calls, messages and notes with one person, oldest first, opened at the newest. */
export function Timeline(props: TimelineProps) {
  const { party, openCall, children } = props
  const [limit, setLimit] = useState(firstTimelineLimit)
  const query = useRequest(
    'calls:get-timeline',
    { address: party.address, limit },
    { shouldKeepPrevious: true }
  )
  const calls = (query.data ?? []).flatMap((entry) => (entry.kind === 'call' ? [entry.call] : []))
  const isOpenCallEarlier = openCall !== undefined && !calls.some(({ id }) => id === openCall.id)
  useMarkCallsRead(isOpenCallEarlier ? [openCall, ...calls] : calls)
  return (
    <Loaded query={query}>
      {(entries) =>
        entries.length === 0 && !children ? (
          <EmptyState
            icon={<MessagesSquare size={20} />}
            title={t('people.emptyTitle')}
            text={t('people.emptyText', { name: nameOf(party) })}
          />
        ) : (
          <Entries
            {...props}
            entries={entries}
            onEarlier={
              entries.length >= limit && limit < longestTimelineLimit
                ? () => setLimit(longestTimelineLimit)
                : null
            }
          />
        )
      }
    </Loaded>
  )
}

interface EntriesProps extends TimelineProps {
  readonly entries: readonly TimelineEntry[]
  readonly onEarlier: (() => void) | null
}

function Entries({ entries, party, lines, openCall, onEarlier, children }: EntriesProps) {
  const scroller = usePlaceInTimeline(entries, openCall?.id ?? null)
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const setDraft = useUiState((ui) => ui.setDraft)
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const editAgain = (body: string) => {
    setDraft(
      party.address,
      withBody(emptyDraft, body, () => crypto.randomUUID())
    )
    requestCompose(party.address)
  }
  const entryOf = (entry: TimelineEntry) => {
    const key = entryId(entry)
    switch (entry.kind) {
      case 'call':
        return <CallEntry key={key} call={entry.call} isOpen={entry.call.id === openCall?.id} />
      case 'note':
        return <NoteEntry key={key} note={entry.note} personName={nameOf(party)} />
      case 'gap':
        return (
          <li key={key} className={styles.gap}>
            <GapRow gap={entry.gap} />
          </li>
        )
      case 'message':
        return (
          <li key={key} className={styles.message}>
            <MessageBubble
              message={entry.message}
              lineName={lines.length > 1 ? lineNameOf(entry.message.threadId, lines) : null}
              onEditAgain={editAgain}
            />
          </li>
        )
    }
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
      role="log"
      aria-label={t('people.timeline', { name: nameOf(party) })}
    >
      {onEarlier && (
        <Button kind="quiet" onClick={onEarlier}>
          {t('people.earlier')}
        </Button>
      )}
      <ol className={styles.entries}>
        {entries.map((entry, index) => {
          const previous = entries[index - 1]
          const isNewDay = !previous || !isSameDay(previous.atMs, entry.atMs, timeZone)
          return [
            isNewDay && (
              <li key={`day ${entryId(entry)}`} className={styles.day}>
                {formatDay(entry.atMs, nowMs, timeZone)}
              </li>
            ),
            entryOf(entry)
          ]
        })}
        {children}
      </ol>
    </div>
  )
}

function lineNameOf(threadId: string, lines: readonly Line[]): string | null {
  const line = lines.find(({ address }) => threadId.startsWith(`${address}|`))
  return line ? (line.friendlyName ?? line.display) : null
}
