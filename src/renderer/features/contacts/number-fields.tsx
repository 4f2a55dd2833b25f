import { Plus } from 'lucide-react'
import { maxContactNumbers } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import type { DraftNumber, FormDraft } from '../../ui-state/index.ts'
import { type DraftProblems, withNumber } from './contact-draft.ts'
import { NumberField } from './number-field.tsx'
import styles from './number-fields.module.css'

interface NumberFieldsProps {
  readonly draft: FormDraft
  readonly problems: DraftProblems | null
  readonly onChange: (change: Partial<FormDraft>) => void
}

/** The numbers of a contact, a line each. */
export function NumberFields({ draft, problems, onChange }: NumberFieldsProps) {
  const { numbers } = draft
  const put = (changed: DraftNumber) =>
    onChange({ numbers: numbers.map((it) => (it.key === changed.key ? changed : it)) })
  return (
    <fieldset className={styles.numbers}>
      <legend>{t('contacts.numbers')}</legend>
      {numbers.map((number, index) => (
        <NumberField
          key={number.key}
          number={number}
          position={index + 1}
          problem={problems?.numbers.get(number.key) ?? null}
          onChange={put}
          onRemove={
            numbers.length > 1
              ? () => onChange({ numbers: numbers.filter(({ key }) => key !== number.key) })
              : null
          }
        />
      ))}
      {numbers.length < maxContactNumbers && (
        <Button
          kind="quiet"
          icon={<Plus size={15} aria-hidden="true" />}
          onClick={() => onChange(withNumber(draft))}
        >
          {t('contacts.addNumber')}
        </Button>
      )}
      <datalist id="contact-number-labels">
        {t('contacts.labels')
          .split(', ')
          .map((label) => (
            <option key={label}>{label}</option>
          ))}
      </datalist>
    </fieldset>
  )
}
