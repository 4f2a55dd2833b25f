import { Download } from 'lucide-react'
import { useState } from 'react'
import type { SupportBundle } from '../../../shared/domain/diagnostics.ts'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import { saveFile } from '../history-export/index.ts'
import styles from './bundle-preview.module.css'
import { FileText } from './file-text.tsx'
import { zipBundle } from './zip-bundle.ts'

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The bundle's files, each to be read as it will be saved. */
export function BundlePreview({ bundle }: { readonly bundle: SupportBundle }) {
  const { fileName, files } = bundle
  const [shownName, setShownName] = useState<string | null>(files[0]?.name ?? null)
  const [isSaved, setIsSaved] = useState(false)
  const shown = files.find(({ name }) => name === shownName)
  const save = () => {
    saveFile(fileName, [zipBundle(files)], 'application/zip')
    setIsSaved(true)
  }
  return (
    <>
      <div className={styles.preview}>
        <ul className={styles.files} aria-label={t('diagnostics.bundle.files')}>
          {files.map(({ name, about, text }) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === shownName ? 'true' : undefined}
                onClick={() => setShownName(name)}
              >
                <span className={styles.name}>{name}</span>
                <span className={styles.size} data-digits>
                  {t('diagnostics.bundle.kilobytes', { count: Math.ceil(bytesOf(text) / 1_000) })}
                </span>
                <span className={styles.about}>{about}</span>
              </button>
            </li>
          ))}
        </ul>
        {shown ? (
          <FileText key={shown.name} name={shown.name} text={shown.text} />
        ) : (
          <p className={styles.choose}>{t('diagnostics.bundle.choose')}</p>
        )}
      </div>
      <div className={styles.save}>
        <Button kind="primary" icon={<Download size={15} aria-hidden="true" />} onClick={save}>
          {t('diagnostics.bundle.save')}
        </Button>
        <output className={styles.saved}>
          {isSaved && t('diagnostics.bundle.saved', { file: fileName })}
        </output>
      </div>
    </>
  )
}
