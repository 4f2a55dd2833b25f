import type { Call } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'

interface SeenMarkProps {
  readonly call: Call
  readonly className?: string | undefined
}

/** Says of a call that no event told of it; nothing of any other. */
export function SeenMark({ call, className }: SeenMarkProps) {
  if (!call.isSeenOnly) return null
  return (
    <span className={className} title={t('calls.seenOnlyWhy')}>
      {t('calls.seenOnly')}
    </span>
  )
}
