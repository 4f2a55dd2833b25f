import { t } from '../../text/text.ts'
import { Button, Modal } from '../../ui/index.ts'
import { ImportChooser, ImportRun, RejectedRows } from '../import-file/index.ts'
import styles from './import-messages-dialog.module.css'
import { ImportMessagesPreview } from './import-messages-preview.tsx'
import { useMessageImport } from './use-message-import.ts'

/** The way from a file to messages: choose, look at what would come of it, import. It goes on when this is closed. */
export function ImportMessagesDialog({ onClose }: { readonly onClose: () => void }) {
  const { choice, chooseFile, start, putAway, imported, cancel } = useMessageImport()
  const title = t('threads.import')
  return (
    <Modal label={title} isOpen onClose={onClose}>
      <div className={styles.dialog}>
        <h2>{title}</h2>
        {imported.progress ? (
          <ImportRun
            progress={imported.progress}
            words={{
              running: t('threads.importRunning'),
              done: (count) => t('threads.importDone', { count }),
              show: t('app.close')
            }}
            report={
              imported.preview && (
                <RejectedRows
                  title={t('importing.rejectedTitle')}
                  rows={imported.preview.rejected}
                  count={imported.preview.rejectedCount}
                />
              )
            }
            onCancel={cancel}
            onShow={() => {
              imported.putAway()
              onClose()
            }}
            onAnother={imported.putAway}
          />
        ) : choice.step === 'previewing' ? (
          <ImportMessagesPreview
            fileName={choice.fileName}
            preview={choice.preview}
            isBusy={choice.isBusy}
            problem={choice.problem}
            onStart={start}
            onCancel={putAway}
          />
        ) : (
          <>
            <ImportChooser
              intro={t('threads.importIntro')}
              accepts={t('threads.importAccepts')}
              fileTypes=".json,.csv"
              readingName={choice.step === 'reading' ? choice.fileName : null}
              problem={choice.step === 'choosing' ? choice.problem : null}
              onChoose={chooseFile}
            />
            <div className={styles.actions}>
              <Button onClick={onClose}>{t('app.cancel')}</Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}
