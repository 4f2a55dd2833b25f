import { FileUp, UserPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { t } from '../../text/text.ts'
import { IconButton } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { ColleagueList } from './colleague-list.tsx'
import { ContactList } from './contact-list.tsx'
import styles from './contacts-list.module.css'

interface ContactsListProps {
  readonly contactId: string | null
  readonly extension: string | null
  readonly onOpenContact: (id: string) => void
  readonly onOpenColleague: (extension: string) => void
  readonly onNew: () => void
  readonly onImport: () => void
}

/** The user's own contacts, and beside them who is on the account. */
export function ContactsList(props: ContactsListProps) {
  const { contactId, extension, onOpenContact, onOpenColleague, onNew, onImport } = props
  const [isColleagues, setIsColleagues] = useState(extension !== null)
  const searchText = useUiState((ui) => ui.searchText)
  const text = useDeferredValue(searchText.trim())
  const tab = (label: string, isChosen: boolean, onChoose: () => void) => (
    <button type="button" className={styles.tab} aria-pressed={isChosen} onClick={onChoose}>
      {label}
    </button>
  )
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1>{t('contacts.label')}</h1>
        <span>
          <IconButton label={t('contacts.import')} icon={<FileUp size={16} />} onClick={onImport} />
          <IconButton label={t('contacts.new')} icon={<UserPlus size={16} />} onClick={onNew} />
        </span>
      </header>
      <fieldset className={styles.tabs} aria-label={t('contacts.which')}>
        {tab(t('contacts.mine'), !isColleagues, () => setIsColleagues(false))}
        {tab(t('contacts.colleagues'), isColleagues, () => setIsColleagues(true))}
      </fieldset>
      <div className={styles.body}>
        {isColleagues ? (
          <ColleagueList text={text} selectedExtension={extension} onOpen={onOpenColleague} />
        ) : (
          <ContactList
            text={text}
            selectedId={contactId}
            onOpen={onOpenContact}
            onNew={onNew}
            onImport={onImport}
            onShowColleagues={() => setIsColleagues(true)}
          />
        )}
      </div>
    </div>
  )
}
