import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import { Button, Modal } from '../../ui/index.ts'
import { describeDue } from './describe-due.ts'
import styles from './split-preview.module.css'

interface SplitPreviewProps {
  readonly parts: readonly string[]
  /** When they are to go out; null for at once. */
  readonly dueAtMs: number | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** A long text as the numbered messages it would go out as, seen before they do. */
export function SplitPreview({ parts, dueAtMs, onConfirm, onClose }: SplitPreviewProps) {
  const nowMs = useNow(60_000)
  const timeZone = useTimeZone()
  const count = parts.length
  const title = t('composer.splitTitle', { count })
  return (
    <Modal label={title} isOpen onClose={onClose}>
      <div className={styles.preview}>
        <h2>{title}</h2>
        <p>
          {dueAtMs === null
            ? t('composer.splitText')
            : t('composer.splitLater', { when: describeDue(dueAtMs, nowMs, timeZone) })}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
        <ol className={styles.parts} tabIndex={0}>
          {parts.map((part) => (
            <li key={part}>
              <p className={styles.part} dir="auto">
                {part}
              </p>
              <span className={styles.length}>{t('composer.partLength', { count: part.length })}</span>
            </li>
          ))}
        </ol>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" onClick={onConfirm}>
            {dueAtMs === null
              ? t('composer.confirmSplit', { count })
              : t('composer.scheduleSplit', { count })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
