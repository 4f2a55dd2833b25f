import { ArrowLeft } from 'lucide-react'
import { t } from '../../text/text.ts'
import { IconButton } from '../../ui/index.ts'
import { ImportChooser } from './import-chooser.tsx'
import { ImportPreviewPane } from './import-preview.tsx'
import { ImportRun } from './import-run.tsx'
import styles from './import-screen.module.css'
import { useImport } from './use-import.ts'
import { useImportProgress } from './use-import-progress.ts'

/** The way from a file to contacts: choose, look at what would come of it, import. */
export function ImportScreen({ onDone }: { readonly onDone: () => void }) {
  const { choice, chooseFile, changeColumns, start, putAway } = useImport()
  const imported = useImportProgress()
  return (
    <section className={styles.screen} aria-label={t('importing.title')}>
      <div className={styles.column}>
        <header className={styles.header}>
          <span className={styles.back}>
            <IconButton label={t('app.back')} icon={<ArrowLeft size={16} />} onClick={onDone} />
          </span>
          <h2>{t('importing.title')}</h2>
        </header>
        {imported.progress ? (
          <ImportRun progress={imported.progress} onShow={onDone} onAnother={imported.putAway} />
        ) : choice.step === 'previewing' ? (
          <ImportPreviewPane
            fileName={choice.fileName}
            preview={choice.preview}
            isBusy={choice.isBusy}
            problem={choice.problem}
            onChangeColumns={changeColumns}
            onStart={start}
            onCancel={putAway}
          />
        ) : (
          <ImportChooser
            readingName={choice.step === 'reading' ? choice.fileName : null}
            problem={choice.step === 'choosing' ? choice.problem : null}
            onChoose={chooseFile}
          />
        )}
      </div>
    </section>
  )
}
