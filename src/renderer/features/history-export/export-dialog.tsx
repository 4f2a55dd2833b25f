import { useState } from 'react'
import { t } from '../../text/text.ts'
import { Banner, Button, Modal } from '../../ui/index.ts'
import styles from './export-dialog.module.css'
import { useHistoryExport } from './use-history-export.ts'
import { exportWords, type WhatToExport } from './what-to-export.ts'
import type { ExportFormat } from './write-history.ts'

interface ExportDialogProps {
  readonly what: WhatToExport
  readonly format: ExportFormat
  readonly onClose: () => void
}

/** Saves calls or messages as a file, and says how far it is and how it ended. */
export function ExportDialog(props: ExportDialogProps) {
  const [attempt, setAttempt] = useState(0)
  const title = exportWords[props.what.kind].title()
  return (
    <Modal label={title} isOpen onClose={props.onClose}>
      <div className={styles.export}>
        <h2>{title}</h2>
        <Export key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />
      </div>
    </Modal>
  )
}

function Export({ what, format, onClose, onRetry }: ExportDialogProps & { readonly onRetry: () => void }) {
  const state = useHistoryExport(what, format)
  const words = exportWords[what.kind]
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
          {state.step === 'reading' ? words.reading(state.count) : words.saved(state.count, state.file)}
        </output>
      )}
      {state.step === 'saved' && <p className={styles.hint}>{t('historyExport.unencrypted')}</p>}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t(state.step === 'reading' ? 'app.cancel' : 'app.close')}</Button>
      </div>
    </>
  )
}
