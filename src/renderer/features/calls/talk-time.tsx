import type { Call } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { formatDuration } from '../../time/index.ts'
import { talkMs } from './describe-call.ts'

interface TalkTimeProps {
  readonly call: Call
  readonly className?: string | undefined
}

/** How long a call was talked on or seen, marked where its end was only concluded; nothing where that is not known. */
export function TalkTime({ call, className }: TalkTimeProps) {
  const durationMs = talkMs(call)
  if (durationMs === null) return null
  const duration = formatDuration(durationMs)
  const why = call.isSeenOnly ? t('calls.seenFor') : t('calls.endNotTold')
  return (
    <span className={className} data-digits title={call.isEndApproximate ? why : undefined}>
      {call.isEndApproximate ? t('calls.approximately', { duration }) : duration}
    </span>
  )
}
