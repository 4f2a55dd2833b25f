import { assertNever } from '../../../shared/assert-never.ts'
import type { Call } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { nameOf } from '../../ui/index.ts'

export type CallTone = 'ringing' | 'answered' | 'lost' | 'quiet'

/** How a call is told in words, and what colour may repeat it. */
export interface CallDescription {
  readonly word: string
  readonly tone: CallTone
}

export function describeCall(call: Call): CallDescription {
  switch (call.state) {
    case 'ringing':
      return { word: t('calls.ringing'), tone: 'ringing' }
    case 'dialing':
      return { word: t('calls.dialing'), tone: 'ringing' }
    case 'answered':
      return { word: call.isMine ? t('calls.onCall') : wordOfAgent(call), tone: 'answered' }
    case 'ended':
      return { word: wordOfAgent(call), tone: 'quiet' }
    case 'missed':
      return {
        word: call.direction === 'outbound' ? t('calls.notReached') : t('calls.missed'),
        tone: 'lost'
      }
    case 'abandoned':
      return { word: t('calls.abandoned'), tone: 'lost' }
    case 'timed-out':
      return { word: t('calls.timedOut'), tone: 'lost' }
    default:
      return assertNever(call.state)
  }
}

function wordOfAgent({ direction, isMine, agent }: Call): string {
  if (direction === 'outbound') {
    if (isMine) return t('calls.dialedByMe')
    return agent ? t('calls.dialedBy', { name: nameOf(agent) }) : t('calls.dialed')
  }
  if (isMine) return t('calls.answeredByMe')
  return agent ? t('calls.answeredBy', { name: nameOf(agent) }) : t('calls.answered')
}

/** The queue or line a call came by, or the number it showed; null where neither is known. */
export const doorOf = ({ queueName, line }: Call): string | null => queueName ?? (line ? nameOf(line) : null)

/** How long a call was, or has been, talked on; null where nobody answered or the end is unknown. */
export const talkMs = ({ answeredAtMs, endedAtMs }: Call): number | null =>
  answeredAtMs === null || endedAtMs === null ? null : endedAtMs - answeredAtMs
