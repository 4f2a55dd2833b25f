import { useState } from 'react'
import type { Message } from '../../../shared/domain/message.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'
import { shownText } from './shown-text.ts'

interface ResendMessageProps {
  readonly message: Message
  readonly to: string
}

/** Sends once more what may have been sent already, after asking: another message, for the program never repeats one. */
export function ResendMessage(props: ResendMessageProps) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button kind="quiet" onClick={() => setIsAsking(true)}>
        {t('threads.sendAgain')}
      </Button>
      {isAsking && <ResendQuestion {...props} onClose={() => setIsAsking(false)} />}
    </>
  )
}

function ResendQuestion({ message, to, onClose }: ResendMessageProps & { readonly onClose: () => void }) {
  const bridge = useBridge()
  // One question sends one message, however often it is confirmed and whether or not its answer is lost.
  const [intentId, setIntentId] = useState(() => crypto.randomUUID())
  const [isSending, setIsSending] = useState(false)
  const [isStopped, setIsStopped] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    setIsSending(true)
    setProblem(null)
    try {
      const outcome = await bridge.request('messages:send-message', {
        intentId,
        line: message.threadId.slice(0, message.threadId.indexOf('|')),
        to,
        body: message.body,
        isDespiteStop: isStopped
      })
      if (outcome.ok) return onClose()
      setIntentId(crypto.randomUUID())
      setIsStopped(outcome.failure.code === 'stopped')
      setProblem(outcome.failure.message)
    } catch {
      setProblem(t('messages.interrupted'))
    }
    setIsSending(false)
  }
  return (
    <Question
      title={t('threads.sendAgainTitle')}
      text={t('threads.sendAgainText')}
      warning={t('threads.quoted', { text: shownText(message.body) })}
      confirmLabel={t(isStopped ? 'threads.sendAnyway' : 'threads.confirmSendAgain')}
      isOpen
      isPending={isSending}
      problem={problem}
      onConfirm={() => void send()}
      onClose={onClose}
    />
  )
}
