import { ArrowLeft, CircleCheck, RefreshCw, Webhook } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ReceivedEvent } from '../../../shared/domain/event-reading.ts'
import { t } from '../../text/text.ts'
import { Checkbox, EmptyState, IconButton, Loaded, VirtualListBox } from '../../ui/index.ts'
import styles from './event-list.module.css'
import { EventRow } from './event-row.tsx'
import { useEventPages } from './use-event-pages.ts'

interface EventListProps {
  readonly selectedSeq: number | null
  readonly onOpen: (event: ReceivedEvent) => void
  readonly onBack: () => void
}

const rowHeightPx = 50

/** The webhooks received, those that were not understood standing out. */
export function EventList({ selectedSeq, onOpen, onBack }: EventListProps) {
  const [isNotUnderstoodOnly, setIsNotUnderstoodOnly] = useState(false)
  const query = useEventPages(isNotUnderstoodOnly)
  const events = useMemo(() => query.data?.pages.flat(), [query.data])
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <IconButton label={t('eventReading.back')} icon={<ArrowLeft size={16} />} onClick={onBack} />
        <h1>{t('eventReading.list')}</h1>
        <IconButton
          label={t('eventReading.refresh')}
          icon={<RefreshCw size={15} />}
          onClick={() => void query.refetch()}
        />
      </header>
      <div className={styles.filter}>
        <Checkbox
          label={t('eventReading.notUnderstoodOnly')}
          isChecked={isNotUnderstoodOnly}
          onChange={setIsNotUnderstoodOnly}
        />
      </div>
      <div className={styles.body}>
        <Loaded query={{ ...query, data: events }}>
          {(all) =>
            all.length === 0 ? (
              <NoEvents isNotUnderstoodOnly={isNotUnderstoodOnly} />
            ) : (
              <VirtualListBox
                label={t('eventReading.list')}
                items={all}
                idOf={({ seq }) => String(seq)}
                selectedId={selectedSeq === null ? null : String(selectedSeq)}
                onOpen={onOpen}
                onNearEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
                rowHeightPx={rowHeightPx}
              >
                {(event) => <EventRow event={event} />}
              </VirtualListBox>
            )
          }
        </Loaded>
      </div>
    </div>
  )
}

function NoEvents({ isNotUnderstoodOnly }: { readonly isNotUnderstoodOnly: boolean }) {
  return isNotUnderstoodOnly ? (
    <EmptyState
      icon={<CircleCheck size={20} />}
      title={t('eventReading.allUnderstoodTitle')}
      text={t('eventReading.allUnderstoodText')}
    />
  ) : (
    <EmptyState
      icon={<Webhook size={20} />}
      title={t('eventReading.emptyTitle')}
      text={t('eventReading.emptyText')}
    />
  )
}
