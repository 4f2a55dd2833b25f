import { type Call, isOver } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { nameOf } from '../../ui/index.ts'
import { doorOf } from '../calls/index.ts'

/** Whether there is someone to call back. */
export const canCallBack = ({ state, other }: Call): boolean => isOver(state) && other.kind !== 'anonymous'

/** What is said of a card that came, or turned. */
export function announcementOf(call: Call): string {
  const name = nameOf(call.other)
  const line = doorOf(call)
  switch (call.state) {
    case 'ringing':
    case 'dialing':
      return line ? t('popup.incomingOn', { name, line }) : t('popup.incoming', { name })
    case 'answered':
      if (call.isMine) return t('popup.nowAnsweredByMe', { name })
      return call.agent
        ? t('popup.nowAnsweredBy', { name, agent: nameOf(call.agent) })
        : t('popup.nowAnswered', { name })
    case 'ended':
      return t('popup.nowEnded', { name })
    case 'missed':
    case 'abandoned':
    case 'timed-out':
      return t('popup.nowMissed', { name })
  }
}

/** What a card's first line says of its call. */
export function stateWordOf(call: Call): string {
  switch (call.state) {
    case 'ringing':
    case 'dialing':
      return t('calls.ringing')
    case 'answered':
      if (call.isMine) return t('calls.answeredByMe')
      return call.agent ? t('calls.answeredBy', { name: nameOf(call.agent) }) : t('calls.answered')
    case 'ended':
      return t('popup.ended')
    case 'missed':
      return t('calls.missed')
    case 'abandoned':
      return t('calls.abandoned')
    case 'timed-out':
      return t('calls.timedOut')
  }
}
