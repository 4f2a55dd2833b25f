import { useState } from 'react'
import type { CallFilter } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Modal } from '../../ui/index.ts'
import styles from './export-dialog.module.css'
import { useHistoryExport } from './use-history-export.ts'
import type { ExportFormat } from './write-history.ts'

interface ExportDialogProps {
  readonly filter: CallFilter
  readonly format: ExportFormat
  readonly onClose: () => void
}

/** Saves the calls that a filter lets through as a file, and says how far it is and how it ended. */
export function ExportDialog(props: ExportDialogProps) {
  const [attempt, setAttempt] = useState(0)
  return (
    <Modal label={t('historyExport.title')} isOpen onClose={props.onClose}>
      <div className={styles.export}>
        <h2>{t('historyExport.title')}</h2>
        <Export key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />
      </div>
    </Modal>
  )
}

function Export({ filter, format, onClose, onRetry }: ExportDialogProps & { readonly onRetry: () => void }) {
  const state = useHistoryExport(filter, format)
  return (
    <>
      {state.step === 'failed' ? (
        <Banner
          kind="error"
          action={
            <Button kind="quiet" onClick={onRetry}>
              {t('app.tryAgain')}
            </Button>
          }
        >
          {t('historyExport.failed', { reason: state.reason })}
        </Banner>
      ) : (
        <output className={styles.state} data-digits>
          {state.step === 'reading'
            ? t('historyExport.reading', { count: state.count })
            : t('historyExport.saved', { count: state.count, file: state.file })}
        </output>
      )}
      {state.step === 'saved' && <p className={styles.hint}>{t('historyExport.unencrypted')}</p>}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t(state.step === 'reading' ? 'app.cancel' : 'app.close')}</Button>
      </div>
    </>
  )
}
