import { PhoneCall, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing } from 'lucide-react'
import { type Call, isLost, isOver } from '../../../shared/domain/call.ts'
import styles from './call-icon.module.css'
import { describeCall } from './describe-call.ts'

/** The direction and outcome of a call as a mark; the word always stands beside it. */
export function CallIcon({ call, size = 16 }: { readonly call: Call; readonly size?: number }) {
  return (
    <span className={styles.icon} data-tone={describeCall(call).tone} aria-hidden="true">
      {iconOf(call, size)}
    </span>
  )
}

function iconOf({ state, isOutgoing }: Call, size: number) {
  if (!isOver(state)) return <PhoneCall size={size} />
  if (isLost(state)) return isOutgoing ? <PhoneOff size={size} /> : <PhoneMissed size={size} />
  return isOutgoing ? <PhoneOutgoing size={size} /> : <PhoneIncoming size={size} />
}
