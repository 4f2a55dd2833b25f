import { Check, CircleAlert, CircleQuestionMark, PhoneCall } from 'lucide-react'
import { useState } from 'react'
import type { Dial } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import { useNow } from '../../time/index.ts'
import { HiddenText } from '../../ui/index.ts'
import styles from './dial-progress.module.css'

/** How a confirmed dial goes, in words that are announced. */
export function DialProgress({ dial }: { readonly dial: Dial }) {
  return (
    <output className={styles.progress} data-state={dial.state}>
      {iconOf(dial)}
      <span className={styles.text}>{contentOf(dial)}</span>
    </output>
  )
}

function iconOf({ state }: Dial) {
  switch (state) {
    case 'placed':
      return <Check size={18} aria-hidden="true" />
    case 'refused':
      return <CircleAlert size={18} aria-hidden="true" />
    case 'unknown':
      return <CircleQuestionMark size={18} aria-hidden="true" />
    case 'counting-down':
    case 'placing':
      return <PhoneCall size={18} aria-hidden="true" />
    case 'confirming':
    case 'cancelled':
      return null
  }
}

function contentOf(dial: Dial) {
  switch (dial.state) {
    case 'confirming':
      return null
    case 'counting-down':
      return <Countdown untilMs={dial.dialsAtMs ?? 0} />
    case 'placing':
      return t('dialing.placing')
    case 'placed':
      return t('dialing.placed')
    case 'cancelled':
      return t('dialing.cancelled')
    case 'refused':
      return dial.message ?? t('dialing.refused')
    case 'unknown':
      return dial.message ?? t('dialing.unknown')
  }
}

/** The seconds left are shown one by one but said once: a count read aloud would drown the rest. */
function Countdown({ untilMs }: { readonly untilMs: number }) {
  const nowMs = useNow(100)
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000))
  const [secondsAtFirst] = useState(seconds)
  return (
    <>
      <span aria-hidden="true" data-digits>
        {t('dialing.countdown', { seconds })}{' '}
      </span>
      <HiddenText>{t('dialing.countdownSaid', { count: secondsAtFirst })}</HiddenText>{' '}
      {t('dialing.countdownHint')}
    </>
  )
}
