import { CircleAlert, Info, X } from 'lucide-react'
import { useState } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { AddressChange } from './address-change.tsx'
import { bannerOf } from './banner-of.ts'
import { NextTry } from './next-try.tsx'
import styles from './reach-banner.module.css'
import { reasonOf, stateText } from './reach-words.ts'

interface ReachBannerProps {
  readonly onShow: (part: 'webhooks' | null) => void
}

/** Says over whatever is on screen that calls do not get here, and nothing while they do. */
export function ReachBanner({ onShow }: ReachBannerProps) {
  const reach = useRequest('reach:get-reach', {}).data
  return reach ? <Known reach={reach} onShow={onShow} /> : null
}

function Known({ reach, onShow }: ReachBannerProps & { readonly reach: Reach }) {
  const timeZone = useTimeZone()
  const nowMs = useNow(reach.state === 'deaf' ? 1_000 : 60_000)
  const [isDismissed, setIsDismissed] = useState(false)
  const kind = bannerOf(reach, nowMs, isDismissed)
  if (kind === null) return null
  if (kind === 'address-changed' && reach.addressChange) {
    return (
      <AddressChange
        change={reach.addressChange}
        webhookUrl={reach.webhookUrl}
        hasDetails={false}
        onShowWebhooks={() => onShow('webhooks')}
      />
    )
  }
  if (kind === 'not-chosen') {
    return (
      <div className={styles.banner}>
        <Info size={16} aria-hidden="true" />
        <output className={styles.text}>{t('reach.banner.notChosen')}</output>
        <Button onClick={() => onShow(null)}>{t('reach.banner.setUp')}</Button>
        <IconButton
          label={t('reach.banner.dismiss')}
          icon={<X size={16} />}
          onClick={() => setIsDismissed(true)}
        />
      </div>
    )
  }
  const reason = reasonOf(reach)
  return (
    <div className={styles.banner} data-deaf>
      <CircleAlert size={16} aria-hidden="true" />
      <p className={styles.text}>
        <span role="alert">
          <strong>{t('reach.sentence', { text: stateText(reach, nowMs, timeZone) })}</strong> {reason}
        </span>{' '}
        <NextTry tunnel={reach.tunnel} />
      </p>
      <Button onClick={() => onShow(null)}>{t('reach.banner.show')}</Button>
    </div>
  )
}
