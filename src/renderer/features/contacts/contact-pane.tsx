import { Contact as ContactIcon, Pencil } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Button, EmptyState, PartyName } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { ContactEditor } from './contact-editor.tsx'
import styles from './contact-pane.module.css'
import { DeleteContact } from './delete-contact.tsx'
import { NumberRows } from './number-rows.tsx'
import { PersonHead } from './person-head.tsx'
import { ShareContact } from './share-contact.tsx'
import { useContact } from './use-contact-pages.ts'

interface ContactPaneProps {
  /** Null while none is chosen. */
  readonly contactId: string | null
  readonly onOpenTimeline: (address: string) => void
  readonly onBack: () => void
}

/** One contact: its numbers with what can be done with them, and the way to change or delete it. */
export function ContactPane({ contactId, onOpenTimeline, onBack }: ContactPaneProps) {
  const searchText = useUiState((ui) => ui.searchText)
  const contact = useContact(contactId, searchText.trim())
  const [editedId, setEditedId] = useState<string | null>(null)
  const leftForm = useUiState((ui) => ui.contactForms[contactId ?? ''])
  if (!contact) {
    return (
      <EmptyState
        icon={<ContactIcon size={20} />}
        text={t(contactId === null ? 'contacts.choose' : 'contacts.gone')}
      />
    )
  }
  if (editedId === contact.id || leftForm !== undefined) {
    const done = () => setEditedId(null)
    return <ContactEditor key={contact.id} contact={contact} onSaved={done} onCancel={done} />
  }
  return (
    <section className={styles.pane} aria-label={contact.name}>
      <PersonHead name={contact.name} detail={contact.company} onBack={onBack}>
        <Button icon={<Pencil size={15} aria-hidden="true" />} onClick={() => setEditedId(contact.id)}>
          {t('contacts.edit')}
        </Button>
        <ShareContact contact={contact} />
        <DeleteContact contact={contact} onDeleted={onBack} />
      </PersonHead>
      {contact.team !== null && (
        <p className={styles.team}>
          {t('contacts.ofTeam')}{' '}
          {contact.team.by === null ? (
            t('contacts.changedByMe')
          ) : (
            <>
              {t('contacts.changedBy')} <PartyName party={contact.team.by} />
            </>
          )}
          {', '}
          <Moment atMs={contact.team.atMs} />
        </p>
      )}
      <NumberRows numbers={contact.numbers} onOpenTimeline={onOpenTimeline} />
      {contact.numbers.length === 0 && <p className={styles.none}>{t('contacts.noNumbers')}</p>}
    </section>
  )
}
