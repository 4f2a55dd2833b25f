import { ArrowLeft, MessageSquare, Phone, StickyNote } from 'lucide-react'
import { useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import type { MessageCursor } from '../../../shared/domain/message.ts'
import type { Note } from '../../../shared/domain/note.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { useRequest, useTimeline } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import {
  Avatar,
  Banner,
  Button,
  IconButton,
  NameText,
  NumberText,
  nameOf,
  PartyName,
  possibleNamesText
} from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { useMarkCallsRead } from '../calls/index.ts'
import { Composer } from '../composer/index.ts'
import { FavouriteButton, useProposeDial } from '../dialing/index.ts'
import { useMarkRead } from '../messages/index.ts'
import { CallEntry } from './call-entry.tsx'
import { lineCalled } from './line-called.ts'
import { NoteEntry } from './note-entry.tsx'
import { PersonMenu } from './person-menu.tsx'
import styles from './person-pane.module.css'
import { Timeline } from './timeline.tsx'

interface PersonPaneProps {
  readonly party: Party
  /** The line of the thread it was opened by. */
  readonly preferredLine?: string | null
  /** The call it was opened by, and the one to show of a caller who withheld the number. */
  readonly call?: Call | undefined
  /** The message it was opened by. */
  readonly openMessage?: MessageCursor | null
  readonly onBack: () => void
}

/** Everything shared with one person: who, what happened, and the way to call or write. */
export function PersonPane(props: PersonPaneProps) {
  const { party, preferredLine = null, call, openMessage = null, onBack } = props
  const proposeDial = useProposeDial()
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const threads = useRequest('messages:list-threads', {}).data ?? []
  const knownLines = useRequest('messages:list-lines', {}).data
  const lines = knownLines ?? []
  const theirs = threads.filter(({ other }) => other.address === party.address)
  useMarkRead(theirs)
  const [newNote, setNewNote] = useState<Note | null>(null)
  const addNote = () =>
    setNewNote({ id: crypto.randomUUID(), address: party.address, body: '', atMs: Date.now() })
  const entries = useTimeline(party.address, party.kind === 'number').query.data?.entries ?? []
  const line = preferredLine ?? theirs[0]?.line.address ?? lineCalled(entries, lines)
  const canBeTexted = party.kind === 'number' && lines.length > 0

  return (
    <section className={styles.pane} aria-label={party.name ?? party.display}>
      <header className={styles.header}>
        <span className={styles.back}>
          <IconButton label={t('app.back')} icon={<ArrowLeft size={16} />} onClick={onBack} />
        </span>
        <span className={styles.avatar}>
          <Avatar name={party.name} isAnonymous={party.kind === 'anonymous'} />
        </span>
        <h2 className={styles.who} data-takes-focus tabIndex={-1}>
          <PartyName party={party} className={styles.name} />
          {party.name !== null && party.kind !== 'anonymous' && (
            <NumberText className={styles.number}>{party.display}</NumberText>
          )}
          {party.possibleNames.length > 0 && (
            <NameText className={styles.number}>{possibleNamesText(party)}</NameText>
          )}
        </h2>
        {party.kind === 'number' && <FavouriteButton address={party.address} display={party.display} />}
        {party.kind !== 'anonymous' && (
          <>
            <Button icon={<Phone size={15} aria-hidden="true" />} onClick={() => proposeDial(party.address)}>
              {t('people.call')}
            </Button>
            {canBeTexted && (
              <Button
                icon={<MessageSquare size={15} aria-hidden="true" />}
                onClick={() => requestCompose(party.address)}
              >
                {t('people.text')}
              </Button>
            )}
            <Button icon={<StickyNote size={15} aria-hidden="true" />} onClick={addNote}>
              {t('people.note')}
            </Button>
          </>
        )}
        <PersonMenu party={party} call={call} onForgotten={onBack} />
      </header>
      {party.kind === 'anonymous' ? (
        <>
          {call && <SingleCall call={call} />}
          <Banner kind="note">{t('people.anonymousReason')}</Banner>
        </>
      ) : (
        <Timeline party={party} lines={lines} openCall={call} openMessage={openMessage}>
          {newNote && (
            <NoteEntry
              key={newNote.id}
              note={newNote}
              personName={nameOf(party)}
              isNew
              onDone={() => setNewNote(null)}
            />
          )}
        </Timeline>
      )}
      {party.kind === 'number' && knownLines && <Composer to={party} lines={lines} preferredLine={line} />}
    </section>
  )
}

function SingleCall({ call }: { readonly call: Call }) {
  useMarkCallsRead([call])
  return (
    <ol className={styles.single}>
      <li>
        <CallEntry call={call} isOpen />
      </li>
    </ol>
  )
}
