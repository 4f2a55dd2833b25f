import type { Message } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { ClockTime } from '../../time/index.ts'
import { Button } from '../../ui/index.ts'
import styles from './message-bubble.module.css'
import { MessageStateMark } from './message-state.tsx'

interface MessageBubbleProps {
  readonly message: Message
  /** The line it went by, where there is more than one. */
  readonly lineName: string | null
  readonly onEditAgain: (body: string) => void
}

/** A message in the timeline, with how far it came. */
export function MessageBubble({ message, lineName, onEditAgain }: MessageBubbleProps) {
  return (
    <div className={styles.message} data-direction={message.direction} data-state={message.state}>
      <p className={styles.body} dir="auto">
        {message.body}
      </p>
      <p className={styles.foot}>
        <ClockTime atMs={message.atMs} />
        {lineName && <span>{t('people.via', { line: lineName })}</span>}
        <MessageStateMark message={message} />
        {message.state === 'refused' && (
          <Button kind="quiet" onClick={() => onEditAgain(message.body)}>
            {t('messages.editAgain')}
          </Button>
        )}
      </p>
    </div>
  )
}
