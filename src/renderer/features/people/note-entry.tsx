import { StickyNote, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Note } from '../../../shared/domain/note.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { ClockTime } from '../../time/index.ts'
import { IconButton } from '../../ui/index.ts'
import { ConfirmDeletion } from './confirm-deletion.tsx'
import styles from './note-entry.module.css'
import { NoteField } from './note-field.tsx'

interface NoteEntryProps {
  readonly note: Note
  readonly personName: string
  /** Whether it is only being written, and nothing of it is stored. */
  readonly isNew?: boolean
  readonly onDone?: () => void
}

/** A note about the person: edited where it stands, and deleted after asking. */
export function NoteEntry({ note, personName, isNew = false, onDone }: NoteEntryProps) {
  const bridge = useBridge()
  const [isAsking, setIsAsking] = useState(false)
  const save = (body: string) =>
    bridge.request('notes:save-note', { noteId: note.id, address: note.address, body })
  return (
    <div className={styles.entry}>
      <ClockTime atMs={note.atMs} />
      <StickyNote size={16} className={styles.icon} aria-hidden="true" />
      <NoteField
        label={t('people.noteLabel', { name: personName })}
        note={note.body}
        hasFocus={isNew}
        onSave={save}
        {...(onDone ? { onDone } : {})}
      />
      {!isNew && (
        <IconButton
          label={t('people.deleteNote')}
          icon={<Trash2 size={14} aria-hidden="true" />}
          onClick={() => setIsAsking(true)}
        />
      )}
      {isAsking && (
        <ConfirmDeletion
          title={t('forget.noteTitle')}
          text={t('forget.noteText', { note: firstWords(note.body) })}
          onDelete={() => save('')}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}

const shownLength = 80

const firstWords = (body: string): string =>
  body.length > shownLength ? `${body.slice(0, shownLength).trimEnd()} …` : body
