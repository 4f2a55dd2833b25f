import { ArrowDown, ArrowUp, Pencil, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { MessageTemplate } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { Button, IconButton, NameText } from '../../ui/index.ts'
import { moveTemplate, putTemplate } from './move-template.ts'
import { TemplateForm } from './template-form.tsx'
import styles from './templates-editor.module.css'

interface TemplatesEditorProps {
  readonly templates: readonly MessageTemplate[]
  readonly onChange: (templates: readonly MessageTemplate[]) => void
}

const most = 50

/** The templates: added, edited where they stand, taken away, put in another order by buttons. */
export function TemplatesEditor({ templates, onChange }: TemplatesEditorProps) {
  /** The one being written, which may be none of those there are. */
  const [edited, setEdited] = useState<MessageTemplate | null>(null)
  const isNew = edited !== null && !templates.some(({ id }) => id === edited.id)
  const form = edited && (
    <TemplateForm
      key={edited.id}
      template={edited}
      onSave={(template) => {
        onChange(putTemplate(templates, template))
        setEdited(null)
      }}
      onClose={() => setEdited(null)}
    />
  )
  return (
    <div className={styles.editor}>
      <p>{t('messageSettings.templates')}</p>
      {templates.length === 0 && <p className={styles.hint}>{t('messageSettings.noTemplates')}</p>}
      <ol aria-label={t('messageSettings.templates')}>
        {templates.map((template, index) => {
          const { id, name, body } = template
          return (
            <li key={id}>
              <div className={styles.template}>
                <span className={styles.words}>
                  <NameText className={styles.name}>{name}</NameText>
                  <bdi className={styles.body} title={body}>
                    {body}
                  </bdi>
                </span>
                <IconButton
                  label={t('messageSettings.edit', { name })}
                  icon={<Pencil size={15} />}
                  onClick={() => setEdited(template)}
                />
                <IconButton
                  label={t('data.moveUp', { outcome: name })}
                  icon={<ArrowUp size={15} />}
                  aria-disabled={index === 0}
                  onClick={() => onChange(moveTemplate(templates, id, -1))}
                />
                <IconButton
                  label={t('data.moveDown', { outcome: name })}
                  icon={<ArrowDown size={15} />}
                  aria-disabled={index === templates.length - 1}
                  onClick={() => onChange(moveTemplate(templates, id, 1))}
                />
                <IconButton
                  label={t('data.removeOutcome', { outcome: name })}
                  icon={<X size={15} />}
                  onClick={() => onChange(templates.filter((it) => it.id !== id))}
                />
              </div>
              {edited?.id === id && form}
            </li>
          )
        })}
      </ol>
      {isNew ? (
        form
      ) : (
        <Button
          icon={<Plus size={15} aria-hidden="true" />}
          aria-disabled={templates.length >= most}
          onClick={() =>
            templates.length < most && setEdited({ id: crypto.randomUUID(), name: '', body: '' })
          }
        >
          {t('messageSettings.add')}
        </Button>
      )}
    </div>
  )
}
