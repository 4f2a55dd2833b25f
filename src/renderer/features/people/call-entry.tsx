import { MessageSquareReply, SquarePen } from 'lucide-react'
import { useState } from 'react'
import { type Call, isLost, isOver } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { ClockTime, Timer } from '../../time/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { CallIcon, describeCall, doorOf, SeenMark, TalkTime } from '../calls/index.ts'
import styles from './call-entry.module.css'
import { NoteField } from './note-field.tsx'
import { OutcomeSelect } from './outcome-select.tsx'
import { TeamRemark } from './team-remark.tsx'
import { useCallRemarks } from './use-call-remarks.ts'

interface CallEntryProps {
  readonly call: Call
  /** Whether it is the call that was opened: what can be said of it then stands ready. */
  readonly isOpen?: boolean
}

/** A call as one line of the timeline, with what was said of it below. */
export function CallEntry({ call, isOpen = false }: CallEntryProps) {
  const { word, tone } = describeCall(call)
  const door = doorOf(call)
  const { setNote } = useCallRemarks(call)
  const [isWriting, setIsWriting] = useState(false)
  /** Once it was chosen whose words count, the field begins anew with them. */
  const [choiceCount, setChoiceCount] = useState(0)
  const chooseNote = async (body: string, seen: string) => {
    const outcome = await setNote(body, seen)
    if (outcome.ok) setChoiceCount((count) => count + 1)
    return outcome
  }
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const hasNoteField = isOpen || isWriting || call.note !== null
  return (
    <div className={styles.entry} data-open={isOpen || undefined} aria-current={isOpen || undefined}>
      <div className={styles.line}>
        <ClockTime atMs={call.startedAtMs} />
        <CallIcon call={call} />
        <span className={styles.word} data-tone={tone}>
          {word}
        </span>
        <SeenMark call={call} className={styles.duration} />
        {door && (
          <bdi className={styles.door} title={door}>
            {door}
          </bdi>
        )}
        <TalkTime call={call} className={styles.duration} />
        {!isOver(call.state) && (
          <span className={styles.duration}>
            <Timer sinceMs={call.answeredAtMs ?? call.startedAtMs} />
          </span>
        )}
        <span className={styles.remarks}>
          {canBeTextedBack(call) && (
            <IconButton
              label={t('popup.textBack')}
              icon={<MessageSquareReply size={14} aria-hidden="true" />}
              onClick={() => requestCompose(call.other.address, 'text-back')}
            />
          )}
          {!hasNoteField && (
            <IconButton
              label={t('calls.addNote')}
              icon={<SquarePen size={14} aria-hidden="true" />}
              onClick={() => setIsWriting(true)}
            />
          )}
          <OutcomeSelect call={call} />
        </span>
      </div>
      {hasNoteField && (
        <div className={styles.note}>
          <NoteField
            key={choiceCount}
            label={t('calls.note')}
            note={call.note ?? ''}
            hasFocus={isWriting}
            onSave={setNote}
            onDone={() => setIsWriting(false)}
          />
        </div>
      )}
      <TeamRemark call={call} onSetNote={chooseNote} />
    </div>
  )
}

/** A caller whom nobody answered, and who can read a message. */
const canBeTextedBack = ({ direction, state, other }: Call): boolean =>
  direction === 'inbound' && isLost(state) && other.kind === 'number'
