import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../text/text.ts'
import { Banner, Button, NameText } from '../../ui/index.ts'
import styles from './import-preview-frame.module.css'

interface ImportPreviewFrameProps {
  readonly fileName: string
  readonly newCount: number
  /** What the file holds, in words; what is new in it first. */
  readonly counts: readonly string[]
  readonly rejectedCount: number
  readonly isBusy: boolean
  readonly problem: string | null
  readonly startLabel: string
  /** Whether a pane scrolls around it, so that its buttons are to stay in view. */
  readonly isInPane: boolean
  readonly onStart: () => void
  readonly onCancel: () => void
  /** What is in the file, closer. */
  readonly children: ReactNode
}

/** What an import would do, before it does anything. */
export function ImportPreviewFrame(props: ImportPreviewFrameProps) {
  const { fileName, newCount, counts, rejectedCount, isBusy, problem, startLabel, isInPane } = props
  const [newText, ...otherTexts] = counts
  return (
    <div className={styles.preview} data-in-pane={isInPane || undefined} aria-busy={isBusy}>
      <p className={styles.file}>
        <FileText size={16} aria-hidden="true" />
        <NameText>{fileName}</NameText>
      </p>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      <output className={styles.counts}>
        <strong>{newText}</strong>
        {otherTexts.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {rejectedCount > 0 && (
          <span className={styles.rejected}>{t('importing.rejected', { count: rejectedCount })}</span>
        )}
      </output>
      {props.children}
      <div className={styles.actions}>
        {newCount === 0 && <span className={styles.nothing}>{t('importing.nothingNew')}</span>}
        <Button onClick={props.onCancel}>{t('importing.otherFile')}</Button>
        {newCount > 0 && (
          <Button kind="primary" aria-disabled={isBusy} onClick={props.onStart}>
            {startLabel}
          </Button>
        )}
      </div>
    </div>
  )
}
