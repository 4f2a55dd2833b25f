import { assertNever } from '../../../shared/assert-never.ts'
import { type Call, isOver } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { nameOf } from '../../ui/index.ts'

export type CallTone = 'ringing' | 'answered' | 'lost' | 'quiet'

/** How a call is told in words, and what colour may repeat it. */
export interface CallDescription {
  readonly word: string
  readonly tone: CallTone
}

export function describeCall(call: Call): CallDescription {
  if (call.isSeenOnly) return { word: wordOfPhone(call), tone: isOver(call.state) ? 'quiet' : 'answered' }
  switch (call.state) {
    case 'ringing':
    case 'dialing':
      return { word: wordOfRinging(call), tone: 'ringing' }
    case 'answered':
      return { word: call.isMine ? t('calls.onCall') : wordOfAgent(call), tone: 'answered' }
    case 'ended':
      return { word: wordOfAgent(call), tone: 'quiet' }
    case 'missed':
      return {
        word: call.isOutgoing ? wordOfNotReached(call) : t('calls.missed'),
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

function wordOfRinging({ state, isOutgoing, isMine, agent }: Call): string {
  if (isOutgoing && !isMine && agent) return t('calls.dialingBy', { name: nameOf(agent) })
  return state === 'dialing' ? t('calls.dialing') : t('calls.ringing')
}

function wordOfAgent(call: Call): string {
  const { isOutgoing, isMine, agent } = call
  if (isOutgoing) return wordOfCaller(call)
  if (isMine) return t('calls.answeredByMe')
  return agent ? t('calls.answeredBy', { name: nameOf(agent) }) : t('calls.answered')
}

function wordOfCaller({ isMine, agent }: Call): string {
  if (isMine) return t('calls.dialedByMe')
  return agent ? t('calls.dialedBy', { name: nameOf(agent) }) : t('calls.dialed')
}

const wordOfNotReached = ({ agent }: Call): string =>
  agent ? t('calls.notReachedBy', { name: nameOf(agent) }) : t('calls.notReached')

/** Where a call was seen, since no more is known of it: whoever is called may have answered or not. */
function wordOfPhone(call: Call): string {
  const { isOutgoing, isMine, agent } = call
  if (isOutgoing) return wordOfCaller(call)
  if (isMine) return t('calls.onMyPhone')
  return agent ? t('calls.onPhoneOf', { name: nameOf(agent) }) : t('calls.onPhone')
}

/** The queue or line a call came by, or the number it showed; null where neither is known. */
export const doorOf = ({ queueName, line }: Call): string | null => queueName ?? (line ? nameOf(line) : null)

/**
 * How long a call was talked on, or seen where it was only seen; null where nobody answered, the end is unknown, or it was not
 * seen for long enough to say.
 */
export function talkMs({ isSeenOnly, startedAtMs, answeredAtMs, endedAtMs }: Call): number | null {
  const fromMs = isSeenOnly ? startedAtMs : answeredAtMs
  if (fromMs === null || endedAtMs === null) return null
  return isSeenOnly && endedAtMs === fromMs ? null : endedAtMs - fromMs
}
