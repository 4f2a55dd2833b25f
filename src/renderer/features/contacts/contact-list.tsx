import { Contact as ContactIcon, Search } from 'lucide-react'
import { useMemo } from 'react'
import { partyOfColleague } from '../../../shared/domain/colleague-party.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, EmptyState, Loaded, VirtualListBox } from '../../ui/index.ts'
import { filterRows } from '../../ui-state/index.ts'
import { ContactRow } from './contact-row.tsx'
import { useContactPages, useRememberContact } from './use-contact-pages.ts'

interface ContactListProps {
  readonly text: string
  readonly selectedId: string | null
  readonly onOpen: (id: string) => void
  readonly onNew: () => void
  readonly onImport: () => void
  readonly onShowColleagues: () => void
}

const rowHeightPx = 50

/** The user's contacts by name, more of them as one scrolls. */
export function ContactList(props: ContactListProps) {
  const { text, selectedId, onOpen, onNew, onImport, onShowColleagues } = props
  const query = useContactPages(text)
  const remember = useRememberContact()
  const contacts = useMemo(() => query.data?.pages.flat(), [query.data])
  return (
    <Loaded query={{ ...query, data: contacts }}>
      {(all) => {
        if (all.length === 0 && text === '') {
          return (
            <EmptyState
              icon={<ContactIcon size={20} />}
              title={t('contacts.emptyTitle')}
              text={t('contacts.emptyText')}
              action={
                <>
                  <Button kind="primary" onClick={onNew}>
                    {t('contacts.new')}
                  </Button>
                  <Button onClick={onImport}>{t('contacts.import')}</Button>
                </>
              }
            />
          )
        }
        if (all.length === 0) return <NoMatch text={text} onShowColleagues={onShowColleagues} />
        return (
          <VirtualListBox
            label={t('contacts.mine')}
            items={all}
            idOf={({ id }) => id}
            selectedId={selectedId}
            onOpen={(contact) => {
              remember(contact.id, contact)
              onOpen(contact.id)
            }}
            onNearEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
            rowHeightPx={rowHeightPx}
          >
            {(contact) => <ContactRow contact={contact} />}
          </VirtualListBox>
        )
      }}
    </Loaded>
  )
}

/** Nobody of that name here, but maybe on the account. */
function NoMatch({
  text,
  onShowColleagues
}: {
  readonly text: string
  readonly onShowColleagues: () => void
}) {
  const colleagues = useRequest('presence:get-presence', {}).data?.colleagues ?? []
  const count = filterRows(colleagues, text, partyOfColleague).length
  return (
    <EmptyState
      icon={<Search size={20} />}
      title={t('contacts.noMatchTitle', { text })}
      text={t('contacts.noMatchText')}
      action={
        count > 0 && <Button onClick={onShowColleagues}>{t('contacts.alsoColleagues', { count })}</Button>
      }
    />
  )
}
