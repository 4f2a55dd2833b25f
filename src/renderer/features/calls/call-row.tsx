import { type Call, isOver } from '../../../shared/domain/call.ts'
import { formatDuration, Moment, Timer } from '../../time/index.ts'
import { PartyName } from '../../ui/index.ts'
import { CallIcon } from './call-icon.tsx'
import styles from './call-row.module.css'
import { describeCall, doorOf, talkMs } from './describe-call.ts'

/** A call in the list: who, what became of it, by which door, when. */
export function CallRow({ call }: { readonly call: Call }) {
  const { word, tone } = describeCall(call)
  const door = doorOf(call)
  const durationMs = talkMs(call)
  const isRunning = !isOver(call.state)
  return (
    <div className={styles.row} data-running={isRunning || undefined}>
      <CallIcon call={call} />
      <PartyName party={call.other} className={styles.name} />
      <span className={styles.when}>
        {isRunning ? (
          <Timer sinceMs={call.answeredAtMs ?? call.startedAtMs} />
        ) : (
          <Moment atMs={call.startedAtMs} />
        )}
      </span>
      <span className={styles.detail} data-tone={tone} title={door ? `${word} · ${door}` : word}>
        <span className={styles.word}>{word}</span>
        {door && ` · ${door}`}
      </span>
      {durationMs !== null && (
        <span className={styles.duration} data-digits>
          {formatDuration(durationMs)}
        </span>
      )}
    </div>
  )
}
