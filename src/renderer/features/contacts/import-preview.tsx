import type { ImportField, ImportPreview } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { ImportPreviewFrame } from '../import-file/index.ts'
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

/** What an import of contacts would do. */
export function ImportPreviewPane({ preview, onChangeColumns, ...frame }: ImportPreviewPaneProps) {
  const { newCount, knownCount, partialCount, rejectedCount, sample } = preview
  const counts = [
    t('importing.new', { count: newCount }),
    ...(knownCount > 0 ? [t('importing.known', { count: knownCount })] : []),
    ...(partialCount > 0 ? [t('importing.partial', { count: partialCount })] : [])
  ]
  const startLabel = t('importing.start', { count: newCount })
  return (
    <ImportPreviewFrame isInPane {...frame} {...{ newCount, counts, rejectedCount, startLabel }}>
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
    </ImportPreviewFrame>
  )
}
