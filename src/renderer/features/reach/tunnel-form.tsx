import { type SyntheticEvent, useRef, useState } from 'react'
import { preferredPort } from '../../../shared/domain/reach.ts'
import type { TunnelChoice } from '../../../shared/domain/tunnel.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { type TextKey, t } from '../../text/text.ts'
import { Banner, Button } from '../../ui/index.ts'
import { StopTunnel } from './stop-tunnel.tsx'
import {
  type ChosenKind,
  draftOf,
  fieldsOf,
  isAddressInUse,
  readDraft,
  type TunnelField,
  type TunnelProblems
} from './tunnel-draft.ts'
import { TunnelFieldInput } from './tunnel-field-input.tsx'
import styles from './tunnel-form.module.css'
import { useOutcome } from './use-outcome.ts'
import { addressTrouble } from './way-steps.ts'

interface TunnelFormProps {
  readonly kind: ChosenKind
  readonly chosen: TunnelChoice
  /** Whether its secret is in the keychain; null where it needs none. */
  readonly hasSecret: boolean | null
  readonly isInUse: boolean
  /** Whether all but its secret is settled by the administrator. */
  readonly isSettled?: boolean
  readonly onDone: (text: string) => void
}

/** What a way has to be told, checked before it is used. A secret lives in this form only, until it is handed over. */
export function TunnelForm(props: TunnelFormProps) {
  const { kind, chosen, hasSecret, isInUse, isSettled = false, onDone } = props
  const bridge = useBridge()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(kind, chosen))
  const [problems, setProblems] = useState<TunnelProblems>({})
  const choosing = useOutcome()
  const reach = useRequest('reach:get-reach', {}).data
  const localPort = reach?.localPort ?? preferredPort
  /** What was typed wrong, else what is the matter with the address in use, which is mended here. */
  const problemOf = (field: TunnelField): string | undefined => {
    const problem = problems[field]
    if (problem) return wordsOf(problem)
    const isInQuestion = field === 'url' && isInUse && isAddressInUse(draft, chosen)
    return (isInQuestion && reach && addressTrouble(reach)) || undefined
  }
  const change = (field: TunnelField, text: string) => {
    setDraft({ ...draft, [field]: text })
    setProblems({ ...problems, [field]: undefined })
  }
  const submit = async () => {
    const read = readDraft(kind, draft, hasSecret)
    setProblems(read.ok ? {} : read.problems)
    if (!read.ok) {
      const first = fieldsOf[kind].find((field) => read.problems[field])
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
      return
    }
    const { choice, secret } = read
    if (!(await choosing.run(() => bridge.request('reach:choose-tunnel', { choice, secret })))) return
    setDraft((current) => ({ ...current, secret: '' }))
    onDone(t('reach.choose.done'))
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!choosing.isPending) void submit()
  }
  const fields = fieldsOf[kind].filter((field) => field === 'secret' || !isSettled)
  return (
    <form ref={form} className={styles.form} autoComplete="off" noValidate onSubmit={onSubmit}>
      {fields.map((field) => (
        <TunnelFieldInput
          key={field}
          kind={kind}
          field={field}
          value={draft[field]}
          problem={problemOf(field)}
          isSecretKept={hasSecret === true}
          localPort={localPort}
          onChange={(text) => change(field, text)}
        />
      ))}
      {choosing.problem !== null && (
        <Banner kind="error">{t('reach.choose.failed', { reason: choosing.problem })}</Banner>
      )}
      <div className={styles.actions}>
        {!(isInUse && fields.length === 0) && (
          <Button kind="primary" type="submit" aria-disabled={choosing.isPending}>
            {t(
              choosing.isPending
                ? 'reach.choose.starting'
                : isInUse
                  ? 'reach.choose.save'
                  : 'reach.choose.use'
            )}
          </Button>
        )}
        {isInUse && !isSettled && <StopTunnel onDone={() => onDone(t('reach.choose.stopped'))} />}
      </div>
    </form>
  )
}

// Which words it is, is known only when it runs; none of them names a value.
const wordsOf = (problem: TextKey): string => (t as (key: TextKey) => string)(problem)
