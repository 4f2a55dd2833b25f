import { X } from 'lucide-react'
import { useId } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { IconButton, inputClass, useDebounced } from '../../ui/index.ts'
import type { DraftNumber } from '../../ui-state/index.ts'
import styles from './number-fields.module.css'

interface NumberFieldProps {
  readonly number: DraftNumber
  /** From 1. */
  readonly position: number
  readonly problem: string | null
  readonly onChange: (number: DraftNumber) => void
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null
}

const debounceMs = 200

/** One number with its label, and how it is read: that is what callers are compared with. */
export function NumberField({ number, position, problem, onChange, onRemove }: NumberFieldProps) {
  const hintId = useId()
  const asked = useDebounced(number.text.trim(), debounceMs)
  const read = useRequest(
    'dialing:interpret-text',
    { text: asked, isToCall: false },
    { isEnabled: asked !== '' }
  ).data
  const [only] = read?.outcome === 'dialable' && read.candidates.length === 1 ? read.candidates : []
  const hint =
    asked !== '' && only && only.display !== asked ? t('contacts.isRead', { display: only.display }) : ''
  return (
    <div className={styles.number}>
      <input
        className={inputClass}
        type="tel"
        autoComplete="off"
        maxLength={64}
        aria-label={t('contacts.number', { position })}
        aria-invalid={problem !== null || undefined}
        aria-describedby={hintId}
        placeholder={t('messages.toPlaceholder')}
        value={number.text}
        onChange={(event) => onChange({ ...number, text: event.target.value })}
      />
      <input
        className={inputClass}
        list="contact-number-labels"
        autoComplete="off"
        maxLength={40}
        aria-label={t('contacts.numberLabel', { position })}
        placeholder={t('contacts.numberLabelPlaceholder')}
        value={number.label}
        onChange={(event) => onChange({ ...number, label: event.target.value })}
      />
      {onRemove && (
        <IconButton
          label={t('contacts.removeNumber', { position })}
          icon={<X size={15} />}
          onClick={onRemove}
        />
      )}
      <p id={hintId} className={styles.hint} data-problem={problem !== null || undefined}>
        {problem ?? hint}
      </p>
    </div>
  )
}
