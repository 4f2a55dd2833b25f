import { CircleCheck } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import type { CheckedInvitation } from '../../../shared/domain/team.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, emptiedOnLeaving, Field, inputClass } from '../../ui/index.ts'
import styles from './invitation-form.module.css'
import { PlaceFacts } from './place-facts.tsx'
import { useOutcome } from './use-outcome.ts'

interface InvitationFormProps {
  /** Whether the account has an invitation already. */
  readonly isReplacing: boolean
  readonly onJoined: () => void
}

const mostText = 200_000

/** Takes an invitation, tries it, says what it gives, and only then joins. What was pasted is handed over once and shown nowhere. */
export function InvitationForm({ isReplacing, onJoined }: InvitationFormProps) {
  const bridge = useBridge()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [checked, setChecked] = useState<CheckedInvitation | null>(null)
  const checking = useOutcome()
  const joining = useOutcome()

  const check = async () => {
    const pasted = text.trim()
    const wrong = pasted === '' ? 'relay.noText' : pasted.length > mostText ? 'relay.longText' : null
    setProblem(wrong === null ? undefined : t(wrong))
    if (wrong !== null) return
    await checking.run(async () => {
      const outcome = await bridge.request('team:check-invitation', { text: pasted })
      if (outcome.ok) {
        setChecked(outcome.value)
        setText('')
      }
      return outcome
    })
  }
  const join = async () => {
    if (!(await joining.run(() => bridge.request('team:join', {})))) return
    setChecked(null)
    onJoined()
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!checking.isPending) void check()
  }

  if (checked !== null) {
    return (
      <Checked
        checked={checked}
        isJoining={joining.isPending}
        problem={joining.problem}
        onJoin={() => void join()}
        onOther={() => setChecked(null)}
      />
    )
  }
  return (
    <form className={styles.form} autoComplete="off" noValidate onSubmit={onSubmit}>
      <Field
        label={t('relay.field')}
        hint={[t('relay.fieldHint'), ...(isReplacing ? [t('relay.keptHint')] : [])].join(' ')}
        problem={problem}
      >
        {(ids) => (
          <input
            {...ids}
            ref={emptiedOnLeaving}
            className={inputClass}
            type="password"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setProblem(undefined)
              checking.forget()
            }}
          />
        )}
      </Field>
      {checking.problem !== null && <Banner kind="error">{checking.problem}</Banner>}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" aria-disabled={checking.isPending}>
          {t(checking.isPending ? 'relay.checking' : 'relay.check')}
        </Button>
      </div>
    </form>
  )
}

interface CheckedProps {
  readonly checked: CheckedInvitation
  readonly isJoining: boolean
  readonly problem: string | null
  readonly onJoin: () => void
  readonly onOther: () => void
}

/** What an invitation that works would give. */
function Checked({
  checked: { place, server, isRelayKnown },
  isJoining,
  problem,
  onJoin,
  onOther
}: CheckedProps) {
  const session = useRequest('session:get-session', {}).data
  const mine = session?.status === 'signed-in' ? session.me?.extension : undefined
  const isForOther = mine !== undefined && mine !== place.extension
  return (
    <div className={styles.form}>
      <output className={styles.works}>
        <CircleCheck size={16} aria-hidden="true" />
        {t('relay.works')}
      </output>
      <PlaceFacts place={place} server={server} />
      {isForOther && (
        <Banner kind="warning">{t('relay.otherExtension', { invited: place.extension, mine })}</Banner>
      )}
      {!isRelayKnown && <Banner kind="warning">{t('relay.notHeard')}</Banner>}
      {problem !== null && <Banner kind="error">{t('relay.failed', { reason: problem })}</Banner>}
      <div className={styles.actions}>
        <Button kind="primary" aria-disabled={isJoining} onClick={() => !isJoining && onJoin()}>
          {t(isJoining ? 'relay.joining' : 'relay.join')}
        </Button>
        <Button onClick={onOther}>{t('relay.another')}</Button>
      </div>
    </div>
  )
}
