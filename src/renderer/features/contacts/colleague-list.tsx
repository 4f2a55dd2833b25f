import { Search, Users } from 'lucide-react'
import { partyOfColleague } from '../../../shared/domain/colleague-party.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Avatar, EmptyState, Loaded, NameText, NumberText, VirtualListBox } from '../../ui/index.ts'
import { filterRows } from '../../ui-state/index.ts'
import styles from './contact-row.module.css'

interface ColleagueListProps {
  readonly text: string
  readonly selectedExtension: string | null
  readonly onOpen: (extension: string) => void
}

const rowHeightPx = 50

/** Who is on the account, for those who look for a colleague among their contacts. */
export function ColleagueList({ text, selectedExtension, onOpen }: ColleagueListProps) {
  const query = useRequest('presence:get-presence', {})
  return (
    <Loaded query={query}>
      {({ colleagues }) => {
        const shown = filterRows(colleagues, text, partyOfColleague)
        if (colleagues.length === 0) {
          return (
            <EmptyState
              icon={<Users size={20} />}
              title={t('contacts.noColleaguesTitle')}
              text={t('contacts.noColleaguesText')}
            />
          )
        }
        if (shown.length === 0) {
          return (
            <EmptyState
              icon={<Search size={20} />}
              title={t('contacts.noColleagueMatchTitle', { text })}
              text={t('contacts.noMatchText')}
            />
          )
        }
        return (
          <VirtualListBox
            label={t('contacts.colleagues')}
            items={shown}
            idOf={({ extension }) => extension}
            selectedId={selectedExtension}
            onOpen={({ extension }) => onOpen(extension)}
            rowHeightPx={rowHeightPx}
          >
            {({ name, extension }) => (
              <div className={styles.row}>
                <Avatar name={name} />
                <NameText className={styles.name}>{name}</NameText>
                <span className={styles.detail}>
                  <NumberText className={styles.number}>{extension}</NumberText>
                </span>
              </div>
            )}
          </VirtualListBox>
        )
      }}
    </Loaded>
  )
}
