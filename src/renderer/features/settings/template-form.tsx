import { useState } from 'react'
import type { MessageTemplate } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { Button, Field, inputClass } from '../../ui/index.ts'
import { TemplatePreview } from './template-preview.tsx'
import styles from './templates-editor.module.css'

interface TemplateFormProps {
  readonly template: MessageTemplate
  readonly onSave: (template: MessageTemplate) => void
  readonly onClose: () => void
}

/** A template while it is written, with what becomes of it below. */
export function TemplateForm({ template, onSave, onClose }: TemplateFormProps) {
  const [name, setName] = useState(template.name)
  const [body, setBody] = useState(template.body)
  const [isTried, setIsTried] = useState(false)
  const isComplete = name.trim() !== '' && body.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (isComplete) onSave({ ...template, name: name.trim(), body: body.trim() })
      }}
    >
      <Field
        label={t('messageSettings.templateName')}
        problem={isTried && name.trim() === '' ? t('messageSettings.needsName') : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to write here
            autoFocus
            className={inputClass}
            autoComplete="off"
            dir="auto"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('messageSettings.templateBody')}
        hint={t('messageSettings.placeholders')}
        problem={isTried && body.trim() === '' ? t('messageSettings.needsBody') : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            className={inputClass}
            rows={3}
            dir="auto"
            maxLength={1_000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      <TemplatePreview body={body} />
      <div className={styles.actions}>
        <Button type="submit" kind="primary">
          {t('messageSettings.save')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
