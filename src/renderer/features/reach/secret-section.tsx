import { useState } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import { Button, HiddenText, Question } from '../../ui/index.ts'
import { Row, Section } from '../settings/index.ts'
import { sinceText } from './reach-words.ts'
import { namesOfOldAddress } from './remark-words.ts'
import styles from './secret-section.module.css'
import { useOutcome } from './use-outcome.ts'

type Asked = 'replace' | 'revoke'

/** A new secret for the address, and the end of the old one. */
export function SecretSection({ reach }: { readonly reach: Reach }) {
  const bridge = useBridge()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [said, setSaid] = useState('')
  const changing = useOutcome()
  const ask = (what: Asked) => {
    changing.forget()
    setSaid('')
    setAsked(what)
  }
  const confirm = async (what: Asked) => {
    const channel = what === 'replace' ? 'reach:replace-token' : 'reach:revoke-old-token'
    if (!(await changing.run(() => bridge.request(channel, {})))) return
    setAsked(null)
    setSaid(t(what === 'replace' ? 'reach.secret.replaced' : 'reach.secret.revoked'))
  }
  return (
    <Section title={t('reach.secret.title')}>
      <Row label={t('reach.secret.replaceLabel')} hint={t('reach.secret.replaceHint')}>
        <Button onClick={() => ask('replace')}>{t('reach.secret.replace')}</Button>
      </Row>
      {reach.oldTokenUntilMs !== null && (
        <OldSecret untilMs={reach.oldTokenUntilMs} onRevoke={() => ask('revoke')} />
      )}
      <output className={styles.said}>
        <HiddenText>{said}</HiddenText>
      </output>
      <Question
        title={t('reach.secret.replaceTitle')}
        text={t('reach.secret.replaceText')}
        confirmLabel={t('reach.secret.replace')}
        isOpen={asked === 'replace'}
        isPending={changing.isPending}
        problem={changing.problem && t('reach.secret.replaceFailed', { reason: changing.problem })}
        onConfirm={() => void confirm('replace')}
        onClose={() => setAsked(null)}
      />
      <Question
        title={t('reach.secret.revokeTitle')}
        text={t('reach.secret.revokeText')}
        confirmLabel={t('reach.secret.revoke')}
        isOpen={asked === 'revoke'}
        isPending={changing.isPending}
        problem={changing.problem && t('reach.secret.revokeFailed', { reason: changing.problem })}
        onConfirm={() => void confirm('revoke')}
        onClose={() => setAsked(null)}
      />
    </Section>
  )
}

interface OldSecretProps {
  readonly untilMs: number
  readonly onRevoke: () => void
}

/** Until when the secret before this one is taken, and by whom it is still used. */
function OldSecret({ untilMs, onRevoke }: OldSecretProps) {
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const names = namesOfOldAddress(useRequest('reach:get-coach', {}).data?.rows ?? [])
  return (
    <Row
      label={t('reach.secret.oldUntil', { until: sinceText(untilMs, nowMs, timeZone) })}
      hint={
        names.length === 0
          ? t('reach.secret.oldUnused')
          : t('reach.secret.oldUsedBy', { names: names.join(', ') })
      }
    >
      <Button kind="danger" onClick={onRevoke}>
        {t('reach.secret.revoke')}
      </Button>
    </Row>
  )
}
