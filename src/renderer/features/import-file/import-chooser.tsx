import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { t } from '../../text/text.ts'
import { Banner, Button } from '../../ui/index.ts'
import styles from './import-chooser.module.css'

interface ImportChooserProps {
  /** What kind of file is wanted. */
  readonly intro: string
  readonly accepts: string
  /** The endings of such files, as a file dialog filters by them. */
  readonly fileTypes: string
  /** The file being read; null while none is. */
  readonly readingName: string | null
  readonly problem: string | null
  readonly onChoose: (file: File) => void
}

/** Takes a file: chosen, or dropped. */
export function ImportChooser(props: ImportChooserProps) {
  const { intro, accepts, fileTypes, readingName, problem, onChoose } = props
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const onDrag = (event: DragEvent, isHere: boolean) => {
    event.preventDefault()
    setIsOver(isHere)
  }
  return (
    <>
      <p className={styles.intro}>{intro}</p>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button in it does the same */}
      <div
        className={styles.target}
        data-over={isOver || undefined}
        onDragOver={(event) => onDrag(event, true)}
        onDragLeave={(event) => onDrag(event, false)}
        onDrop={(event) => {
          onDrag(event, false)
          const [file] = event.dataTransfer.files
          if (file) onChoose(file)
        }}
      >
        <FileUp size={24} aria-hidden="true" />
        <output className={styles.reading}>
          {readingName !== null && t('importing.reading', { name: readingName })}
        </output>
        {readingName === null && (
          <>
            <Button kind="primary" onClick={() => input.current?.click()}>
              {t('importing.choose')}
            </Button>
            <p>{t('importing.drop')}</p>
            <p className={styles.accepts}>{accepts}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-hidden="true"
          accept={fileTypes}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // Choosing the same file again, once it was mended, is a change too.
            event.target.value = ''
            if (file) onChoose(file)
          }}
        />
      </div>
    </>
  )
}
