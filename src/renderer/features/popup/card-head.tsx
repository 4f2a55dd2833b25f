import { X } from 'lucide-react'
import { type Call, isOver } from '../../../shared/domain/call.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment, Timer } from '../../time/index.ts'
import { IconButton, nameOf } from '../../ui/index.ts'
import { CallIcon, describeCall } from '../calls/index.ts'
import styles from './card-head.module.css'
import { stateWordOf } from './describe-card.ts'
import { useDragWindow } from './use-drag-window.ts'

interface CardHeadProps {
  readonly call: Call
  readonly name: string
  readonly isArmed: boolean
}

/** What becomes of the call, for whom it is, and since when; the pop-up is dragged by it. */
export function CardHead({ call, name, isArmed }: CardHeadProps) {
  const bridge = useBridge()
  const drag = useDragWindow()
  const doors = [call.queueName, call.line && nameOf(call.line)].filter(Boolean).join(' · ')
  // The main process tells by an event what came of it; without one the card stays, to be tried again.
  const dismiss = () => void bridge.request('popup:dismiss-card', { callId: call.id }).catch(() => {})
  return (
    <header className={styles.head} data-tone={describeCall(call).tone}>
      <span className={styles.grip} {...drag}>
        <CallIcon call={call} size={15} />
        <span className={styles.text} title={doors || undefined}>
          <strong>{stateWordOf(call)}</strong>
          {doors && ` · ${doors}`}
        </span>
        <span className={styles.time}>
          {isOver(call.state) ? (
            <Moment atMs={call.endedAtMs ?? call.startedAtMs} />
          ) : (
            <Timer sinceMs={call.answeredAtMs ?? call.startedAtMs} />
          )}
        </span>
      </span>
      <IconButton
        label={t('popup.dismiss', { name })}
        icon={<X size={15} />}
        aria-disabled={!isArmed}
        onClick={() => isArmed && dismiss()}
      />
    </header>
  )
}
