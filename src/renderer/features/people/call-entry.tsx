import { type Call, isOver } from '../../../shared/domain/call.ts'
import { ClockTime, formatDuration, Timer } from '../../time/index.ts'
import { CallIcon, describeCall, doorOf, talkMs } from '../calls/index.ts'
import styles from './call-entry.module.css'

/** A call as one line of the timeline. */
export function CallEntry({ call }: { readonly call: Call }) {
  const { word, tone } = describeCall(call)
  const durationMs = talkMs(call)
  const door = doorOf(call)
  return (
    <li className={styles.entry}>
      <ClockTime atMs={call.startedAtMs} />
      <CallIcon call={call} />
      <span className={styles.word} data-tone={tone}>
        {word}
      </span>
      {door && <span className={styles.door}>{door}</span>}
      {durationMs !== null && (
        <span className={styles.duration} data-digits>
          {formatDuration(durationMs)}
        </span>
      )}
      {!isOver(call.state) && (
        <span className={styles.duration}>
          <Timer sinceMs={call.answeredAtMs ?? call.startedAtMs} />
        </span>
      )}
    </li>
  )
}
