import { useState } from 'react'
import { t } from '../../text/text.ts'
import { Button, Field, inputClass } from '../../ui/index.ts'
import { TemplatePreview } from './template-preview.tsx'
import styles from './templates-editor.module.css'

interface TextBackEditorProps {
  readonly template: string
  readonly onChange: (template: string) => void
}

/** The words that a text back after a missed call begins with. */
export function TextBackEditor({ template, onChange }: TextBackEditorProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const body = typed ?? template
  const isChanged = body !== template
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) onChange(body)
        setTyped(null)
      }}
    >
      <Field label={t('messageSettings.textBack')} hint={t('messageSettings.placeholders')}>
        {(ids) => (
          <textarea
            {...ids}
            className={inputClass}
            rows={2}
            dir="auto"
            maxLength={1_000}
            value={body}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <TemplatePreview body={body} />
      {isChanged && (
        <div className={styles.actions}>
          <Button type="submit" kind="primary">
            {t('messageSettings.save')}
          </Button>
          <Button onClick={() => setTyped(null)}>{t('app.cancel')}</Button>
        </div>
      )}
    </form>
  )
}
