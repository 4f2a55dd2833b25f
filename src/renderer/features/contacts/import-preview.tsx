import { FileText } from 'lucide-react'
import type { ImportField, ImportPreview } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, NameText } from '../../ui/index.ts'
import { ContactRow } from './contact-row.tsx'
import { ImportColumns } from './import-columns.tsx'
import styles from './import-preview.module.css'
import { LeftOutRows } from './left-out-rows.tsx'

interface ImportPreviewPaneProps {
  readonly fileName: string
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onChangeColumns: (fields: readonly ImportField[]) => void
  readonly onStart: () => void
  readonly onCancel: () => void
}

const sampleShown = 5

/** What an import would do, before it does anything. */
export function ImportPreviewPane(props: ImportPreviewPaneProps) {
  const { fileName, preview, isBusy, problem, onChangeColumns, onStart, onCancel } = props
  const { newCount, knownCount, partialCount, rejectedCount, sample } = preview
  return (
    <div className={styles.preview} aria-busy={isBusy}>
      <p className={styles.file}>
        <FileText size={16} aria-hidden="true" />
        <NameText>{fileName}</NameText>
      </p>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      <output className={styles.counts}>
        <strong>{t('importing.new', { count: newCount })}</strong>
        {knownCount > 0 && <span>{t('importing.known', { count: knownCount })}</span>}
        {partialCount > 0 && <span>{t('importing.partial', { count: partialCount })}</span>}
        {rejectedCount > 0 && (
          <span className={styles.rejected}>{t('importing.rejected', { count: rejectedCount })}</span>
        )}
      </output>
      {preview.columns.length > 0 && <ImportColumns columns={preview.columns} onChange={onChangeColumns} />}
      {sample.length > 0 && (
        <section className={styles.block} aria-label={t('importing.sample')}>
          <h3>{t('importing.sample')}</h3>
          <ul className={styles.sample}>
            {sample.slice(0, sampleShown).map((contact) => (
              <li key={contact.id}>
                <ContactRow contact={contact} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <LeftOutRows preview={preview} />
      <div className={styles.actions}>
        {newCount === 0 && <span className={styles.nothing}>{t('importing.nothingNew')}</span>}
        <Button onClick={onCancel}>{t('importing.otherFile')}</Button>
        {newCount > 0 && (
          <Button kind="primary" aria-disabled={isBusy} onClick={onStart}>
            {t('importing.start', { count: newCount })}
          </Button>
        )}
      </div>
    </div>
  )
}
