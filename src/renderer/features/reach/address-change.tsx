import { useState } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import { Banner, Button } from '../../ui/index.ts'
import styles from './address-change.module.css'
import { CopyTextButton } from './copy-text-button.tsx'
import { hideSecret } from './hide-secret.ts'
import { sinceText } from './reach-words.ts'

interface AddressChangeProps {
  readonly change: NonNullable<Reach['addressChange']>
  /** The whole new address, secret included. */
  readonly webhookUrl: string | null
  /** Whether both addresses are shown. */
  readonly hasDetails: boolean
  readonly onShowWebhooks: () => void
}

/** Says loudly that the webhooks in the portal point nowhere, and what to do about it. */
export function AddressChange({ change, webhookUrl, hasDetails, onShowWebhooks }: AddressChangeProps) {
  const bridge = useBridge()
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const [problem, setProblem] = useState<string | null>(null)
  const accept = () => {
    setProblem(null)
    bridge
      .request('reach:accept-address', {})
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
  }
  return (
    <Banner kind="error">
      <span className={styles.change}>
        <strong>{t('reach.changed.text', { when: sinceText(change.atMs, nowMs, timeZone) })}</strong>
        {hasDetails && (
          <span className={styles.addresses}>
            <span>{t('reach.changed.before')}</span>
            <code>{hideSecret(change.before)}</code>
            <span>{t('reach.changed.after')}</span>
            <code>{hideSecret(change.after)}</code>
          </span>
        )}
        <span className={styles.actions}>
          <CopyTextButton text={webhookUrl ?? change.after} label={t('reach.changed.copy')} />
          <Button onClick={onShowWebhooks}>{t('reach.changed.show')}</Button>
          <Button onClick={accept}>{t('reach.changed.accept')}</Button>
        </span>
        {problem !== null && <span>{problem}</span>}
      </span>
    </Banner>
  )
}
