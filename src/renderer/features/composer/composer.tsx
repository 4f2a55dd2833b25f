import { useMemo, useState } from 'react'
import { type Line, maxMessageLength } from '../../../shared/domain/message.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { t } from '../../text/text.ts'
import { Banner, nameOf, Question } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { charactersLeft } from './characters-left.ts'
import { ComposerForm } from './composer-form.tsx'
import { lineLabel } from './line-select.tsx'
import { RecipientNotice } from './recipient-notice.tsx'
import { ScheduledList } from './scheduled-list.tsx'
import { measureSms } from './sms-text.ts'
import { splitMessage } from './split-message.ts'
import { SplitPreview } from './split-preview.tsx'
import { useSendMessage } from './use-send-message.ts'

interface ComposerProps {
  readonly to: Party
  readonly lines: readonly Line[]
  /** The line the last message went by. */
  readonly preferredLine: string | null
}

/** Where a message is written, with what waits for the same person above it. */
export function Composer({ to, lines, preferredLine }: ComposerProps) {
  const message = useSendMessage(to.address, lines, preferredLine)
  const { draft, line, recipient, send, setProblem } = message
  /** The parts that the user looks at before they go out, and when they are to. */
  const [preview, setPreview] = useState<{ readonly dueAtMs: number | null } | null>(null)
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const { body } = draft
  const sms = useMemo(() => measureSms(body), [body])
  const left = charactersLeft(body)
  const parts = useMemo(
    () => (charactersLeft(body) < 0 ? splitMessage(body, maxMessageLength) : null),
    [body]
  )

  const waiting = <ScheduledList to={to.address} toName={nameOf(to)} lines={lines} />
  if (!line) {
    return (
      <>
        {waiting}
        <Banner kind="note">{t('messages.noLines')}</Banner>
      </>
    )
  }
  const lineProblem =
    line.cannotSendBecause === null
      ? null
      : t('messages.cannotSend', { line: lineLabel(line), reason: line.cannotSendBecause })
  const isEmpty = body.trim() === ''
  const sendAndGoOn = (bodies: readonly string[], dueAtMs: number | null) => {
    send(bodies, dueAtMs)
    // What it was chosen in, a menu or a dialog, is gone by then.
    requestCompose(to.address)
  }
  const sendAt = (dueAtMs: number | null) => {
    if (isEmpty) return dueAtMs === null ? undefined : setProblem(t('composer.nothingToSend'))
    if (lineProblem !== null) return
    if (left >= 0) sendAndGoOn([body], dueAtMs)
    else if (parts !== null && dueAtMs !== null) setPreview({ dueAtMs })
  }
  return (
    <>
      {waiting}
      <RecipientNotice recipient={recipient} />
      <ComposerForm
        to={to}
        lines={lines}
        line={line}
        message={message}
        sms={sms}
        note={lineProblem ?? tooLong(left, parts === null) ?? message.problem}
        partCount={lineProblem === null && parts !== null ? parts.length : null}
        canSend={lineProblem === null && left >= 0 && !isEmpty}
        onSend={() => sendAt(null)}
        onSendLater={sendAt}
        onSplit={() => setPreview({ dueAtMs: null })}
      />
      {preview !== null && parts !== null && (
        <SplitPreview
          parts={parts}
          dueAtMs={preview.dueAtMs}
          onConfirm={() => {
            setPreview(null)
            sendAndGoOn(parts, preview.dueAtMs)
          }}
          onClose={() => setPreview(null)}
        />
      )}
      <Question
        title={t('composer.stoppedTitle')}
        text={t('composer.stoppedText', { name: nameOf(to) })}
        confirmLabel={t('composer.sendDespiteStop')}
        isOpen={message.isAsking}
        onConfirm={message.sendDespiteStop}
        onClose={message.closeQuestion}
      />
    </>
  )
}

function tooLong(left: number, isHopeless: boolean): string | null {
  if (left >= 0) return null
  const words = t('messages.tooLong', { count: -left, max: maxMessageLength })
  return isHopeless ? `${words} ${t('composer.cannotSplit')}` : words
}
