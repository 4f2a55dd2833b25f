import type { FieldAliases } from '../../../shared/domain/event-reading.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import styles from './save-aliases.module.css'

interface SaveAliasesProps {
  readonly aliases: FieldAliases
  readonly onDone: () => void
}

/** What was tried out is saved for all events, or put away. */
export function SaveAliases({ aliases, onDone }: SaveAliasesProps) {
  const save = useCommand('settings:update-settings')
  const outcome = save.data
  const problem = save.error?.message ?? (outcome && !outcome.ok ? outcome.failure.message : null)
  const onSave = () =>
    save.mutate({ change: { fieldAliases: aliases } }, { onSuccess: ({ ok }) => ok && onDone() })
  return (
    <div className={styles.bar}>
      <p className={styles.text}>
        {t('eventReading.unsaved')} {t('eventReading.rebuilt')}
      </p>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {t('settings.saveFailed', { reason: problem })}
        </p>
      )}
      <Button onClick={onDone}>{t('eventReading.discard')}</Button>
      <Button kind="primary" aria-disabled={save.isPending} onClick={() => !save.isPending && onSave()}>
        {t('eventReading.saveForAll')}
      </Button>
    </div>
  )
}
