import { Users } from 'lucide-react'
import { useState } from 'react'
import { GridList } from 'react-aria-components'
import type { Presence } from '../../../shared/domain/presence.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { ClockTime } from '../../time/index.ts'
import { Banner, EmptyState, Loaded } from '../../ui/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import { ColleagueRow } from './colleague-row.tsx'
import { filtersOf, isShown, type PresenceFilter } from './describe-colleague.ts'
import { PresenceFilters } from './presence-filters.tsx'
import styles from './team-board.module.css'

/** Everyone on the account and what they are doing. */
export function TeamBoard() {
  const query = useRequest('presence:get-presence', {})
  return (
    <section className={styles.board} aria-label={t('presence.label')}>
      <Loaded query={query} rows={10}>
        {(presence) => <Board presence={presence} />}
      </Loaded>
    </section>
  )
}

function Board({ presence }: { readonly presence: Presence }) {
  const [chosen, setChosen] = useState<PresenceFilter>('all')
  const proposeDial = useProposeDial()
  const filters = filtersOf(presence)
  const filter = filters.some((it) => it.filter === chosen) ? chosen : 'all'
  const shown = presence.colleagues.filter((colleague) => isShown(colleague, filter))
  const isStale = presence.staleSinceMs !== null
  return (
    <>
      <header className={styles.header}>
        <h2>{t('presence.label')}</h2>
        <PresenceFilters
          filters={filters}
          chosen={filter}
          isOnlineOnly={presence.detail === 'online-only'}
          onChoose={setChosen}
        />
        {presence.asOfMs !== null && (
          <span className={styles.asOf}>
            <ClockTime atMs={presence.asOfMs} />
          </span>
        )}
      </header>
      {presence.staleSinceMs !== null && (
        <Banner kind="warning">
          {t('presence.staleSince')} <ClockTime atMs={presence.staleSinceMs} />
          {': '}
          {presence.staleReason ?? t('presence.staleNoReason')}
        </Banner>
      )}
      {presence.detail === 'online-only' && (
        <Banner kind="note">
          {t('presence.onlineOnly')} <a href="#/settings">{t('rail.settings')}</a>.
        </Banner>
      )}
      <GridList
        className={styles.list ?? ''}
        aria-label={t('presence.label')}
        items={shown}
        dependencies={[isStale]}
        renderEmptyState={() =>
          presence.colleagues.length === 0 ? (
            <EmptyState
              icon={<Users size={20} />}
              title={t('presence.emptyTitle')}
              text={t('presence.emptyText')}
            />
          ) : (
            <EmptyState
              icon={<Users size={20} />}
              title={t('presence.noneTitle')}
              text={t('presence.noneText')}
            />
          )
        }
      >
        {(colleague) => (
          <ColleagueRow
            id={colleague.extension}
            colleague={colleague}
            isStale={isStale}
            onCall={() => proposeDial(colleague.extension)}
          />
        )}
      </GridList>
    </>
  )
}
