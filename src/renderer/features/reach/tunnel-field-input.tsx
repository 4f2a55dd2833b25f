import { t } from '../../text/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { Field, inputClass } from '../../ui/index.ts'
import type { ChosenKind, TunnelField } from './tunnel-draft.ts'
import styles from './tunnel-form.module.css'

interface TunnelFieldInputProps {
  readonly kind: ChosenKind
  readonly field: TunnelField
  readonly value: string
  readonly problem: string | undefined
  /** Whether the keychain holds the secret already. */
  readonly isSecretKept: boolean
  /** The port of this computer that the way has to lead to. */
  readonly localPort: number
  readonly onChange: (text: string) => void
}

/** One thing that a way has to be told. */
export function TunnelFieldInput(props: TunnelFieldInputProps) {
  const { kind, field, value, problem, isSecretKept, localPort, onChange } = props
  const isPort = field === 'port' || field === 'remotePort'
  return (
    <Field label={labelOf(kind, field)} hint={hintOf(kind, field, isSecretKept, localPort)} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          className={classNames(inputClass, isPort && styles.short)}
          name={field}
          type={field === 'secret' ? 'password' : 'text'}
          inputMode={isPort ? 'numeric' : field === 'url' ? 'url' : 'text'}
          autoComplete={field === 'secret' ? 'new-password' : 'off'}
          autoCapitalize="off"
          spellCheck={false}
          placeholder={field === 'secret' && isSecretKept ? t('reach.field.keptPlaceholder') : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function labelOf(kind: ChosenKind, field: TunnelField): string {
  if (field !== 'secret') return t(`reach.field.${field}`)
  return t(kind === 'ngrok' ? 'reach.field.authtoken' : 'reach.field.tunnelToken')
}

function hintOf(
  kind: ChosenKind,
  field: TunnelField,
  isSecretKept: boolean,
  localPort: number
): string | undefined {
  switch (field) {
    case 'secret':
      return [
        t(kind === 'ngrok' ? 'reach.field.authtokenHint' : 'reach.field.tunnelTokenHint'),
        t(isSecretKept ? 'reach.field.secretKept' : 'reach.field.secretWillBeKept')
      ].join(' ')
    case 'url':
      return kind === 'ssh' || kind === 'own-url' || kind === 'cloudflared-named'
        ? t(`reach.field.urlHint.${kind}`, { port: localPort })
        : undefined
    case 'domain':
    case 'destination':
    case 'port':
    case 'remotePort':
      return t(`reach.field.${field}Hint`)
  }
}
