import { Check, CheckCheck, CircleAlert, CircleQuestionMark, Clock, type LucideIcon } from 'lucide-react'
import type { Message, MessageState } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { HiddenText } from '../../ui/index.ts'
import styles from './message-state.module.css'

const icons: Readonly<Record<Exclude<MessageState, 'received'>, LucideIcon>> = {
  sending: Clock,
  accepted: Check,
  sent: Check,
  delivered: CheckCheck,
  refused: CircleAlert,
  unknown: CircleQuestionMark
}

/** How far a message is known to have come, in words. */
export const wordOfMessage = ({ state, reason }: Message): string =>
  state === 'refused' && reason ? t('messages.refusedBecause', { reason }) : t(`messages.${state}`)

interface MessageStateMarkProps {
  readonly message: Message
  /** Whether only the icon shows, and the word is its name. */
  readonly isCompact?: boolean
}

/** How far an own message is known to have come: an icon and its word. */
export function MessageStateMark({ message, isCompact = false }: MessageStateMarkProps) {
  if (message.state === 'received') return null
  const Icon = icons[message.state]
  const word = wordOfMessage(message)
  return isCompact ? (
    <span className={styles.state} data-state={message.state} title={word}>
      <Icon size={14} aria-hidden="true" />
      <HiddenText>{word}</HiddenText>
    </span>
  ) : (
    <span className={styles.state} data-state={message.state}>
      <Icon size={14} aria-hidden="true" />
      {word}
    </span>
  )
}
