import { Eye, EyeOff } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import type { KeyKind } from '../../../shared/domain/session.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, emptiedOnLeaving, Field, IconButton, inputClass } from '../../ui/index.ts'
import { ExtensionField } from './extension-field.tsx'
import { KeyFinding } from './key-finding.tsx'
import styles from './key-form.module.css'
import { parseAccountId } from './parse-account-id.ts'
import { useKeyCheck } from './use-key-check.ts'

interface KeyFormProps {
  /** The account, where it is settled; otherwise it is asked for. */
  readonly accountId?: number
  /** The only kind of key that makes sense here. */
  readonly wantedKind?: KeyKind
  readonly submitLabel: string
  /** Before it is known whether it succeeds. */
  readonly onSignIn?: () => void
  readonly onDone?: () => void
}

/** Takes a key and signs in with it. The key lives in this form only: it is checked on leaving the field and on Enter. */
export function KeyForm({ accountId, wantedKind, submitLabel, onSignIn, onDone }: KeyFormProps) {
  const bridge = useBridge()
  const { check, run, reset } = useKeyCheck()
  const [accountText, setAccountText] = useState(accountId === undefined ? '' : String(accountId))
  const [key, setKey] = useState('')
  const [isKeyShown, setIsKeyShown] = useState(false)
  const [extension, setExtension] = useState<string | null>(null)
  const [isSigningIn, setIsSigningIn] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const account = parseAccountId(accountText)
  const checked = check.state === 'checked' ? check.key : null
  const isWrongKind = checked !== null && wantedKind !== undefined && checked.kind !== wantedKind
  // Beside a user key, which says who I am, there is nothing to choose.
  const mustChoose = checked !== null && checked.me === null && wantedKind === undefined
  const canSignIn = checked !== null && !isWrongKind && (!mustChoose || extension !== null)

  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    setProblem(null)
    setExtension(null)
    reset()
  }
  const checkKey = () => {
    if (key.trim() === '' || check.state !== 'unchecked') return
    if (account === null) setProblem(t('setup.needAccount'))
    else void run({ accountId: account, key: key.trim() })
  }
  const signIn = async () => {
    if (account === null) return
    onSignIn?.()
    setIsSigningIn(true)
    setProblem(null)
    const args = { accountId: account, key: key.trim(), extension: mustChoose ? extension : null }
    const outcome = await bridge
      .request('session:sign-in', args)
      .catch((error: Error) => ({ ok: false, failure: { message: error.message } }) as const)
    setIsSigningIn(false)
    if (!outcome.ok) return setProblem(outcome.failure.message)
    setKey('')
    onDone?.()
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (canSignIn && !isSigningIn) void signIn()
    else if (check.state === 'unchecked') checkKey()
  }

  return (
    <form className={styles.form} autoComplete="off" onSubmit={onSubmit}>
      {accountId === undefined && (
        <Field label={t('setup.account')} hint={t('setup.accountHint')}>
          {(ids) => (
            <input
              {...ids}
              className={inputClass}
              inputMode="numeric"
              autoComplete="off"
              value={accountText}
              aria-invalid={accountText !== '' && account === null}
              onChange={(event) => change(setAccountText)(event.target.value)}
              onBlur={() => account !== null && checkKey()}
            />
          )}
        </Field>
      )}
      <Field label={t('setup.key')} hint={wantedKind === undefined ? t('setup.whereKey') : undefined}>
        {(ids) => (
          <span className={styles.secret}>
            <input
              {...ids}
              ref={emptiedOnLeaving}
              className={inputClass}
              type={isKeyShown ? 'text' : 'password'}
              autoComplete="off"
              spellCheck={false}
              value={key}
              onChange={(event) => change(setKey)(event.target.value)}
              onBlur={checkKey}
            />
            <IconButton
              label={t(isKeyShown ? 'setup.hideKey' : 'setup.showKey')}
              icon={isKeyShown ? <EyeOff size={16} /> : <Eye size={16} />}
              aria-pressed={isKeyShown}
              onClick={() => setIsKeyShown(!isKeyShown)}
            />
          </span>
        )}
      </Field>
      <KeyFinding check={check} />
      {isWrongKind && checked && (
        <Banner kind="error">
          {t('settings.wrongKind', {
            kind: t(checked.kind === 'user' ? 'status.userKey' : 'status.developerKey')
          })}
        </Banner>
      )}
      {mustChoose && checked && (
        <ExtensionField extensions={checked.extensions} value={extension} onChange={setExtension} />
      )}
      {problem && <Banner kind="error">{problem}</Banner>}
      {checked !== null && !isWrongKind ? (
        <Button kind="primary" type="submit" aria-disabled={!canSignIn || isSigningIn}>
          {isSigningIn ? t('setup.signingIn') : submitLabel}
        </Button>
      ) : (
        <Button type="submit" aria-disabled={key.trim() === '' || check.state === 'checking'}>
          {t('setup.check')}
        </Button>
      )}
    </form>
  )
}
