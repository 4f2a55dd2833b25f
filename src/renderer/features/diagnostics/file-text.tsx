/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtua renders a div */
import { useMemo } from 'react'
import { VList } from 'virtua'
import { t } from '../../text/text.ts'
import styles from './file-text.module.css'

interface FileTextProps {
  readonly name: string
  readonly text: string
}

/** A file's text, line by line; of a long one only the lines in view are rendered. */
export function FileText({ name, text }: FileTextProps) {
  const lines = useMemo(() => text.replace(/\n$/u, '').split('\n'), [text])
  return (
    <div className={styles.file}>
      <p className={styles.count}>
        {text === ''
          ? t('diagnostics.bundle.nothing')
          : t('diagnostics.bundle.lines', { count: lines.length })}
      </p>
      <VList
        className={styles.text ?? ''}
        data={lines}
        role="group"
        tabIndex={0}
        aria-label={t('diagnostics.bundle.textOf', { name })}
      >
        {(line, index) => (
          <div key={index} className={styles.line}>
            {line === '' ? ' ' : line}
          </div>
        )}
      </VList>
    </div>
  )
}
