import { FileText } from 'lucide-react'
import type { MessageImportPreview } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, NameText } from '../../ui/index.ts'
import { RejectedRows } from '../import-file/index.ts'
import styles from './import-messages-dialog.module.css'

interface ImportMessagesPreviewProps {
  readonly fileName: string
  readonly preview: MessageImportPreview
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onStart: () => void
  readonly onCancel: () => void
}

/** What an import of messages would do, before it does anything. */
export function ImportMessagesPreview(props: ImportMessagesPreviewProps) {
  const { fileName, preview, isBusy, problem, onStart, onCancel } = props
  const { newCount, knownCount, threadCount, rejectedCount, rejected } = preview
  return (
    <div className={styles.preview} aria-busy={isBusy}>
      <p className={styles.file}>
        <FileText size={16} aria-hidden="true" />
        <NameText>{fileName}</NameText>
      </p>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      <output className={styles.counts}>
        <strong>{t('threads.importNew', { count: newCount })}</strong>
        {newCount > 0 && <span>{t('threads.importThreads', { count: threadCount })}</span>}
        {knownCount > 0 && <span>{t('threads.importKnown', { count: knownCount })}</span>}
        {rejectedCount > 0 && (
          <span className={styles.rejected}>{t('importing.rejected', { count: rejectedCount })}</span>
        )}
      </output>
      <RejectedRows title={t('importing.rejectedTitle')} rows={rejected} count={rejectedCount} />
      <div className={styles.actions}>
        {newCount === 0 && <span className={styles.nothing}>{t('importing.nothingNew')}</span>}
        <Button onClick={onCancel}>{t('importing.otherFile')}</Button>
        {newCount > 0 && (
          <Button kind="primary" aria-disabled={isBusy} onClick={onStart}>
            {t('threads.importStart', { count: newCount })}
          </Button>
        )}
      </div>
    </div>
  )
}
