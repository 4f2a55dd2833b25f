import { LayoutGrid, List } from 'lucide-react'
import { useState } from 'react'
import type { Colleague, Presence } from '../../../shared/domain/presence.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { ClockTime, Moment } from '../../time/index.ts'
import { Banner, IconButton, Loaded, Select } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { colleaguesIn } from './board-view.ts'
import { filtersOf, type PresenceFilter } from './describe-colleague.ts'
import { GroupsDialog } from './groups-dialog.tsx'
import { PresenceFilters } from './presence-filters.tsx'
import styles from './team-board.module.css'
import { TeamRows } from './team-rows.tsx'
import { useTeam } from './use-team.ts'

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

const everyone = ''

function Board({ presence }: { readonly presence: Presence }) {
  const team = useTeam()
  const [chosen, setChosen] = useState<PresenceFilter>('all')
  const [group, setGroup] = useState(everyone)
  const [grouped, setGrouped] = useState<Colleague | null>(null)
  const text = useUiState((ui) => ui.searchText)
  const { teamGroups, teamLayout } = team.settings
  const filters = filtersOf(presence)
  const filter = filters.some((it) => it.filter === chosen) ? chosen : 'all'
  const isGrid = teamLayout === 'grid'
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
        {teamGroups.length > 0 && (
          <Select
            label={t('presence.group')}
            value={group}
            options={[
              { value: everyone, label: t('presence.everyone') },
              ...teamGroups.map(({ name }) => ({ value: name, label: name }))
            ]}
            onChange={setGroup}
          />
        )}
        <span className={styles.layout}>
          <IconButton
            label={isGrid ? t('presence.asList') : t('presence.asGrid')}
            icon={isGrid ? <List size={16} /> : <LayoutGrid size={16} />}
            onClick={() => team.change({ teamLayout: isGrid ? 'list' : 'grid' })}
          />
        </span>
      </header>
      {presence.staleSinceMs !== null && (
        <Banner kind="warning">
          {t('presence.staleSince')} <ClockTime atMs={presence.staleSinceMs} />
          {' ('}
          <Moment atMs={presence.staleSinceMs} />
          {'): '}
          {presence.staleReason ?? t('presence.staleNoReason')}
        </Banner>
      )}
      {team.problem !== null && grouped === null && <Banner kind="error">{team.problem}</Banner>}
      {presence.detail === 'online-only' && (
        <Banner kind="note">
          {t('presence.onlineOnly')} <a href="#/settings">{t('rail.settings')}</a>.
        </Banner>
      )}
      <TeamRows
        shown={colleaguesIn(presence, { filter, group: group || null, text }, team.settings)}
        text={text.trim()}
        isNobodyKnown={presence.colleagues.length === 0}
        isStale={presence.staleSinceMs !== null}
        team={team}
        onGroups={setGrouped}
      />
      {grouped !== null && <GroupsDialog colleague={grouped} team={team} onClose={() => setGrouped(null)} />}
    </>
  )
}
