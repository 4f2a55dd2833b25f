import { MessagesSquare } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Line } from '../../../shared/domain/message.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { formatDay, isSameDay, useNow, useTimeZone } from '../../time/index.ts'
import { Button, EmptyState, Loaded, nameOf } from '../../ui/index.ts'
import { emptyDraft, useUiState, withBody } from '../../ui-state/index.ts'
import { MessageBubble } from '../messages/index.ts'
import { CallEntry } from './call-entry.tsx'
import styles from './timeline.module.css'

interface TimelineProps {
  readonly party: Party
  readonly lines: readonly Line[]
}

const firstLimit = 100
/** The contract's most. */
const longestLimit = 500

/** Calls and messages with one person, oldest first, opened at the newest. */
export function Timeline({ party, lines }: TimelineProps) {
  const [limit, setLimit] = useState(firstLimit)
  const query = useRequest(
    'calls:get-timeline',
    { address: party.address, limit },
    { shouldKeepPrevious: true }
  )
  return (
    <Loaded query={query}>
      {(entries) =>
        entries.length === 0 ? (
          <EmptyState
            icon={<MessagesSquare size={20} />}
            title={t('people.emptyTitle')}
            text={t('people.emptyText', { name: nameOf(party) })}
          />
        ) : (
          <Entries
            entries={entries}
            party={party}
            lines={lines}
            onEarlier={entries.length >= limit && limit < longestLimit ? () => setLimit(longestLimit) : null}
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

function Entries({ entries, party, lines, onEarlier }: EntriesProps) {
  const scroller = useStuckToEnd(entries)
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
            entry.kind === 'call' ? (
              <CallEntry key={entryId(entry)} call={entry.call} />
            ) : (
              <li key={entryId(entry)} className={styles.message}>
                <MessageBubble
                  message={entry.message}
                  lineName={lines.length > 1 ? lineNameOf(entry.message.threadId, lines) : null}
                  onEditAgain={editAgain}
                />
              </li>
            )
          ]
        })}
      </ol>
    </div>
  )
}

function lineNameOf(threadId: string, lines: readonly Line[]): string | null {
  const line = lines.find(({ address }) => threadId.startsWith(`${address}|`))
  return line ? (line.friendlyName ?? line.display) : null
}

const nearEndPx = 80

/** Keeps a scroller at its end as entries come, unless the reader has scrolled away from it. */
function useStuckToEnd(entries: readonly TimelineEntry[]) {
  const scroller = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const lastTop = useRef(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => {
      const isNearEnd = element.scrollHeight - element.clientHeight - element.scrollTop < nearEndPx
      // What is far from the end because more came below was not left by the reader.
      if (isNearEnd || element.scrollTop < lastTop.current) isAtEnd.current = isNearEnd
      lastTop.current = element.scrollTop
    }
    const stick = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', onScroll, { passive: true })
    stick.observe(element)
    if (element.lastElementChild) stick.observe(element.lastElementChild)
    return () => {
      element.removeEventListener('scroll', onScroll)
      stick.disconnect()
    }
  }, [])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && entries.length > 0 && isAtEnd.current) element.scrollTop = element.scrollHeight
  }, [entries])
  return scroller
}
