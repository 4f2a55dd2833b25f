import { SendHorizontal } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react'
import type { Line } from '../../../shared/domain/message.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { IconButton } from '../../ui/index.ts'
import { charactersLeft } from './characters-left.ts'
import { cleanText } from './clean-text.ts'
import styles from './composer.module.css'
import { ComposerNotes, TextCount } from './composer-notes.tsx'
import { isOtherScript } from './describe-encoding.ts'
import { EmojiButton } from './emoji-button.tsx'
import { fillTemplate } from './fill-template.ts'
import { insertText } from './insert-text.ts'
import { LineSelect, lineLabel } from './line-select.tsx'
import { MarkedField } from './marked-field.tsx'
import { RecipientMenu } from './recipient-menu.tsx'
import { actOfKey, describeSendKey } from './send-key.ts'
import { SendLater } from './send-later.tsx'
import { type SmsText, swapTypographic } from './sms-text.ts'
import { TemplatesMenu } from './templates-menu.tsx'
import { useComposeRequest, useTemplateValues } from './use-compose-request.ts'
import type { useSendMessage } from './use-send-message.ts'

interface ComposerFormProps {
  readonly to: Party
  readonly lines: readonly Line[]
  readonly line: Line
  readonly message: ReturnType<typeof useSendMessage>
  readonly sms: SmsText
  readonly note: string | null
  readonly partCount: number | null
  readonly canSend: boolean
  readonly onSend: () => void
  readonly onSendLater: (dueAtMs: number) => void
  readonly onSplit: () => void
}

const longestDraft = 10_000

/** The field with its tools; it keeps the focus whatever is inserted or sent. */
export function ComposerForm(props: ComposerFormProps) {
  const { to, lines, line, message, sms, note, partCount, canSend, onSend, onSendLater, onSplit } = props
  const { body } = message.draft
  const field = useRef<HTMLTextAreaElement>(null)
  const noteId = useId()
  const forcingId = useId()
  const countId = useId()
  const keysId = useId()
  const values = useTemplateValues(to, lineLabel(line))
  const sendKey = useRequest('settings:get-settings', {}).data?.sendKey ?? 'enter'
  useComposeRequest(field, to, message.isReady ? values : null)

  const insert = (text: string) => {
    // A menu gives the focus back as it closes; the field has it after that.
    requestAnimationFrame(() => field.current && insertText(field.current, text))
  }
  const send = () => {
    if (canSend) onSend()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act = actOfKey({ ...keysOf(event), isComposing: event.nativeEvent.isComposing }, sendKey)
    if (act === null) return
    event.preventDefault()
    if (act === 'send') send()
    else insertText(event.currentTarget, '\n')
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = cleanText(event.clipboardData.getData('text/plain'))
    event.preventDefault()
    if (text !== '') insertText(event.currentTarget, text)
  }

  return (
    // No form: what is submitted in a dialog of its tools would reach it, and send the message.
    <div className={styles.composer}>
      <div className={styles.head}>
        <span aria-hidden="true">{t('messages.from')}</span>
        <LineSelect lines={lines} line={line} onChange={message.setLine} />
        <TextCount id={countId} left={charactersLeft(body)} sms={sms} />
      </div>
      <div className={styles.body}>
        <MarkedField
          field={field}
          value={body}
          runs={isOtherScript(sms) ? [] : sms.runs}
          maxLength={longestDraft}
          aria-label={t('messages.placeholder')}
          placeholder={t('messages.placeholder')}
          aria-describedby={`${noteId} ${forcingId} ${countId} ${keysId}`}
          aria-invalid={charactersLeft(body) < 0}
          onChange={(event) => message.setBody(cleanText(event.target.value))}
          onBlur={message.save}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <div className={styles.tools}>
          <TemplatesMenu onChoose={(template) => values && insert(fillTemplate(template, values))} />
          <EmojiButton onChoose={insert} />
          <RecipientMenu recipient={message.recipient} onProblem={message.setProblem} />
          <span id={keysId} className={styles.keys}>
            {describeSendKey(sendKey)}
          </span>
          <SendLater onChoose={onSendLater} />
          <IconButton
            label={t('messages.send')}
            icon={<SendHorizontal size={16} />}
            aria-disabled={!canSend}
            onClick={() => {
              send()
              field.current?.focus()
            }}
          />
        </div>
      </div>
      <ComposerNotes
        sms={sms}
        note={note}
        noteId={noteId}
        forcingId={forcingId}
        partCount={partCount}
        onUsePlain={() => {
          message.setBody(swapTypographic(body))
          field.current?.focus()
        }}
        onSplit={onSplit}
      />
    </div>
  )
}

const keysOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey
})
