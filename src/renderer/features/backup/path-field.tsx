import { t } from '../../text/text.ts'
import { Field, inputClass } from '../../ui/index.ts'

interface PathFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Where the host has no dialogs: the path of a file on this computer. */
export function PathField({ value, onChange }: PathFieldProps) {
  return (
    <Field label={t('backup.path')}>
      {(ids) => (
        <input
          {...ids}
          className={inputClass}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
