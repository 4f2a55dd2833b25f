import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { type Line, maxMessageLength } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { Banner, IconButton, Select } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { charactersLeft } from './characters-left.ts'
import styles from './composer.module.css'
import { useSendMessage } from './use-send-message.ts'

interface ComposerProps {
  /** The address of whom it is for. */
  readonly to: string
  readonly lines: readonly Line[]
  /** The line the last message went by. */
  readonly preferredLine: string | null
}

/** Where a message is written: Enter sends it once, Shift+Enter begins a line. */
export function Composer({ to, lines, preferredLine }: ComposerProps) {
  const { draft, line, setBody, setLine, send, isSending, problem } = useSendMessage(to, lines, preferredLine)
  const field = useRef<HTMLTextAreaElement>(null)
  const noteId = useId()
  const composeFor = useUiState((ui) => ui.composeFor)
  const requestCompose = useUiState((ui) => ui.requestCompose)

  useEffect(() => {
    if (composeFor !== to) return
    field.current?.focus()
    requestCompose(null)
  }, [composeFor, to, requestCompose])

  if (!line) return <Banner kind="note">{t('messages.noLines')}</Banner>
  const left = charactersLeft(draft.body)
  const cannotSend =
    line.cannotSendBecause !== null
      ? t('messages.cannotSend', { line: lineLabel(line), reason: line.cannotSendBecause })
      : left < 0
        ? t('messages.tooLong', { count: -left, max: maxMessageLength })
        : null
  const note = cannotSend ?? problem
  const canSend = cannotSend === null && draft.body.trim() !== '' && !isSending

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, its Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (canSend) send()
  }

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSend) send()
      }}
    >
      <div className={styles.head}>
        <span aria-hidden="true">{t('messages.from')}</span>
        <Select
          label={t('messages.from')}
          isInline
          value={line.address}
          options={lines.map((it) => ({ value: it.address, label: lineLabel(it) }))}
          onChange={setLine}
        />
        <span className={styles.left} data-digits data-over={left < 0 || undefined}>
          {t('messages.left', { count: left })}
        </span>
      </div>
      <div className={styles.body}>
        <textarea
          ref={field}
          rows={Math.min(6, draft.body.split('\n').length)}
          dir="auto"
          aria-label={t('messages.placeholder')}
          placeholder={t('messages.placeholder')}
          aria-describedby={note ? noteId : undefined}
          aria-invalid={left < 0}
          value={draft.body}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton
          label={t('messages.send')}
          icon={<SendHorizontal size={16} />}
          aria-disabled={!canSend}
          onClick={() => canSend && send()}
        />
      </div>
      <output id={noteId} className={styles.note}>
        {note}
      </output>
    </form>
  )
}

const lineLabel = ({ friendlyName, display }: Line): string => friendlyName ?? display
