import { Users } from 'lucide-react'
import { GridLayout, GridList, ListLayout, Size, Virtualizer } from 'react-aria-components'
import type { Colleague } from '../../../shared/domain/presence.ts'
import { t } from '../../text/text.ts'
import { EmptyState, useIsNarrow } from '../../ui/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import { ColleagueMenu } from './colleague-menu.tsx'
import { ColleagueRow } from './colleague-row.tsx'
import styles from './team-board.module.css'
import type { Team } from './use-team.ts'

interface TeamRowsProps {
  readonly shown: readonly Colleague[]
  /** What they were searched by. */
  readonly text: string
  /** Whether there is nobody to show, whatever the filter. */
  readonly isNobodyKnown: boolean
  readonly isStale: boolean
  readonly team: Team
  readonly onGroups: (colleague: Colleague) => void
}

const rowHeightPx = 46
const cardHeightPx = 60
const asList = { rowSize: rowHeightPx }
const asNarrowList = { rowSize: cardHeightPx }
const asGrid = {
  minItemSize: new Size(250, cardHeightPx),
  maxItemSize: new Size(420, cardHeightPx),
  minSpace: new Size(8, 8)
}

/** The colleagues, of whom only those in view are rendered; arrows go through them and their buttons. */
export function TeamRows({ shown, text, isNobodyKnown, isStale, team, onGroups }: TeamRowsProps) {
  const proposeDial = useProposeDial()
  const { settings, watched } = team
  const isNarrow = useIsNarrow()
  const isGrid = settings.teamLayout === 'grid'
  return (
    <Virtualizer<object>
      key={`${settings.teamLayout} ${isNarrow}`}
      layout={isGrid ? GridLayout : ListLayout}
      layoutOptions={isGrid ? asGrid : isNarrow ? asNarrowList : asList}
    >
      <GridList
        className={styles.list ?? ''}
        aria-label={t('presence.label')}
        layout={isGrid ? 'grid' : 'stack'}
        items={shown}
        dependencies={[isStale, settings, watched]}
        renderEmptyState={() => (
          <EmptyState
            icon={<Users size={20} />}
            title={isNobodyKnown ? t('presence.emptyTitle') : t('presence.noneTitle')}
            text={isNobodyKnown ? t('presence.emptyText') : wordOfNone(text)}
          />
        )}
      >
        {(colleague) => (
          <ColleagueRow
            id={colleague.extension}
            colleague={colleague}
            isStale={isStale}
            isFavourite={settings.favourites.includes(colleague.extension)}
            isWatched={watched.includes(colleague.extension)}
            isHidingWhom={settings.isHidingWhomColleaguesCall}
            isCompact={isGrid}
            menu={<ColleagueMenu colleague={colleague} team={team} onGroups={() => onGroups(colleague)} />}
            onCall={() => proposeDial(colleague.extension)}
          />
        )}
      </GridList>
    </Virtualizer>
  )
}

const wordOfNone = (text: string): string =>
  text === '' ? t('presence.noneText') : t('presence.noMatchText', { text })
