import { ArrowLeft } from 'lucide-react'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { IconButton } from '../../ui/index.ts'
import { ImportChooser, ImportRun } from '../import-file/index.ts'
import { ImportPreviewPane } from './import-preview.tsx'
import styles from './import-screen.module.css'
import { LeftOutRows } from './left-out-rows.tsx'
import { useImport } from './use-import.ts'

/** The way from a file to contacts: choose, look at what would come of it, import. */
export function ImportScreen({ onDone }: { readonly onDone: () => void }) {
  const { choice, chooseFile, changeColumns, start, putAway, imported } = useImport()
  const cancel = useCommand('contacts:cancel-import')
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
          <ImportRun
            progress={imported.progress}
            words={{
              running: t('importing.running'),
              done: (count) => t('importing.done', { count }),
              show: t('importing.show')
            }}
            report={imported.preview && <LeftOutRows preview={imported.preview} />}
            onCancel={(importId) => cancel.mutate({ importId })}
            onShow={onDone}
            onAnother={imported.putAway}
          />
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
            intro={t('importing.intro')}
            accepts={t('importing.accepts')}
            fileTypes=".csv,.vcf,.txt"
            readingName={choice.step === 'reading' ? choice.fileName : null}
            problem={choice.step === 'choosing' ? choice.problem : null}
            onChoose={chooseFile}
          />
        )}
      </div>
    </section>
  )
}
