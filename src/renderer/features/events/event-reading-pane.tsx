import { Webhook } from 'lucide-react'
import { useState } from 'react'
import type { FieldAliases } from '../../../shared/domain/event-reading.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { EmptyState, Loaded } from '../../ui/index.ts'
import { isSameAliases, withAlias } from './alias-draft.ts'
import { EventFields } from './event-fields.tsx'
import { EventMeaning } from './event-meaning.tsx'
import styles from './event-reading-pane.module.css'
import { SaveAliases } from './save-aliases.tsx'

interface EventReadingPaneProps {
  /** Null while no event is chosen. */
  readonly seq: number | null
  readonly onBack: () => void
}

const noAliases: FieldAliases = {}

/**
 * One event, field by field, and what it tells. Meanings given to fields are tried at once, on whichever event is looked at,
 * and count for all events only when they are saved.
 */
export function EventReadingPane({ seq, onBack }: EventReadingPaneProps) {
  const saved = useRequest('settings:get-settings', {}).data?.fieldAliases ?? noAliases
  const [draft, setDraft] = useState<FieldAliases | null>(null)
  const aliases = draft ?? saved
  const tried = useRequest(
    'events:try-reading',
    { seq: seq ?? 0, aliases },
    { isEnabled: seq !== null, shouldKeepPrevious: true, shouldAskAgain: true }
  )
  const outcome = tried.data
  const problem = outcome && !outcome.ok ? new Error(outcome.failure.message) : tried.error
  if (seq === null) return <EmptyState icon={<Webhook size={20} />} text={t('eventReading.choose')} />
  return (
    <section className={styles.pane} aria-label={t('eventReading.title')}>
      <div className={styles.scrolling}>
        <Loaded
          query={{
            data: outcome?.ok ? outcome.value : undefined,
            error: problem,
            refetch: tried.refetch
          }}
        >
          {(reading) => (
            <>
              <EventMeaning reading={reading} onBack={onBack} />
              <EventFields
                fields={reading.fields}
                aliases={aliases}
                onRead={(name, field) => setDraft(withAlias(aliases, name, field))}
              />
            </>
          )}
        </Loaded>
      </div>
      {draft !== null && !isSameAliases(draft, saved) && (
        <SaveAliases aliases={draft} onDone={() => setDraft(null)} />
      )}
    </section>
  )
}
