import { MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import type { Line, MessageCursor } from '../../../shared/domain/message.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { callEntryId, messageEntryId, useTimeline } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, EmptyState, Loaded, nameOf } from '../../ui/index.ts'
import { useMarkCallsRead } from '../calls/index.ts'
import { TimelineEntries } from './timeline-entries.tsx'
import { type SoughtEntry, useSoughtEntry } from './use-sought-entry.ts'

export interface TimelineProps {
  readonly party: Party
  readonly lines: readonly Line[]
  /** The call it was opened by. */
  readonly openCall: Call | undefined
  /** The message it was opened by, found by its words. */
  readonly openMessage?: MessageCursor | null
  /** What is being added to its end. */
  readonly children?: ReactNode
}

/** Calls, messages and notes with one person, oldest first, opened at the newest and read further back as one scrolls. */
export function Timeline(props: TimelineProps) {
  const { party, openCall, openMessage = null, children } = props
  const timeline = useTimeline(party.address)
  const { query, earlierError, readEarlier, isReadingEarlier } = timeline
  const sought = soughtOf(openCall, openMessage)
  useSoughtEntry(timeline, sought)
  const calls = (query.data?.entries ?? []).flatMap((entry) => (entry.kind === 'call' ? [entry.call] : []))
  const isOpenCallEarlier = openCall !== undefined && !calls.some(({ id }) => id === openCall.id)
  useMarkCallsRead(isOpenCallEarlier ? [openCall, ...calls] : calls)
  return (
    <Loaded query={query}>
      {({ entries, earlier }) =>
        entries.length === 0 && !children ? (
          <EmptyState
            icon={<MessagesSquare size={20} />}
            title={t('people.emptyTitle')}
            text={t('people.emptyText', { name: nameOf(party) })}
          />
        ) : (
          <>
            {earlierError && (
              <Banner
                kind="error"
                action={
                  <Button kind="quiet" onClick={() => readEarlier()}>
                    {t('app.tryAgain')}
                  </Button>
                }
              >
                {t('app.cannotLoad', { reason: earlierError.message })}
              </Banner>
            )}
            <TimelineEntries
              {...props}
              entries={entries}
              soughtId={sought?.id ?? null}
              isReadingEarlier={isReadingEarlier}
              onNearStart={() => earlier !== null && earlierError === null && readEarlier()}
            />
          </>
        )
      }
    </Loaded>
  )
}

function soughtOf(call: Call | undefined, message: MessageCursor | null): SoughtEntry | null {
  if (message) return { id: messageEntryId(message.id), atMs: message.atMs }
  return call ? { id: callEntryId(call.id), atMs: call.startedAtMs } : null
}
