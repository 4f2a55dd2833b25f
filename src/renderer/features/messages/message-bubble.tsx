import { useState } from 'react'
import type { Message } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { ClockTime } from '../../time/index.ts'
import { Button } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { MessageBody } from './message-body.tsx'
import styles from './message-bubble.module.css'
import { MessageStateMark } from './message-state.tsx'
import { ResendMessage } from './resend-message.tsx'

interface MessageBubbleProps {
  readonly message: Message
  /** The address of the other end. */
  readonly to: string
  /** The line it went by, where there is more than one. */
  readonly lineName: string | null
}

/** A message in the timeline, with how far it came. */
export function MessageBubble({ message, to, lineName }: MessageBubbleProps) {
  return (
    <div className={styles.message} data-direction={message.direction} data-state={message.state}>
      <MessageBody message={message} />
      <div className={styles.foot}>
        <ClockTime atMs={message.atMs} />
        {lineName && <bdi>{t('people.via', { line: lineName })}</bdi>}
        <MessageStateMark message={message} />
        {message.state === 'refused' && <EditAgain body={message.body} to={to} />}
        {message.state === 'unknown' && <ResendMessage message={message} to={to} />}
      </div>
    </div>
  )
}

/** Puts the words of a refused message back into the composer, unless others are being written there. */
function EditAgain({ body, to }: { readonly body: string; readonly to: string }) {
  const beginDraft = useUiState((ui) => ui.beginDraft)
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const [isTaken, setIsTaken] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        onClick={() => {
          setIsTaken(!beginDraft(to, body))
          requestCompose(to)
        }}
      >
        {t('messages.editAgain')}
      </Button>
      <output>{isTaken && t('threads.anotherDraft')}</output>
    </>
  )
}
