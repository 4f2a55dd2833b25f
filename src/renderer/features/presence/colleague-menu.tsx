import { Ellipsis } from 'lucide-react'
import type { Colleague } from '../../../shared/domain/presence.ts'
import { t } from '../../text/text.ts'
import { MenuButton } from '../../ui/index.ts'
import { availabilityOf } from './describe-colleague.ts'
import type { Team } from './use-team.ts'

interface ColleagueMenuProps {
  readonly colleague: Colleague
  readonly team: Team
  readonly onGroups: () => void
}

/** What can be arranged about a colleague. */
export function ColleagueMenu({ colleague, team, onGroups }: ColleagueMenuProps) {
  const { extension, name, isMe } = colleague
  const isFavourite = team.settings.favourites.includes(extension)
  const isWatched = team.watched.includes(extension)
  const availability = availabilityOf(colleague)
  const canWait = !isMe && availability !== 'free' && availability !== 'online'
  return (
    <MenuButton
      label={t('presence.more', { name })}
      icon={<Ellipsis size={15} />}
      choices={[
        { id: 'favourite', label: isFavourite ? t('presence.noFavourite') : t('presence.favourite') },
        ...(isWatched || canWait
          ? [
              {
                id: 'watch',
                label: isWatched ? t('presence.dontTellFree') : t('presence.tellFree', { name })
              } as const
            ]
          : []),
        { id: 'groups', label: t('presence.groups') }
      ]}
      onChoose={(choice) => {
        if (choice === 'favourite') team.setFavourite(extension, !isFavourite)
        if (choice === 'watch') team.watch(extension, !isWatched)
        if (choice === 'groups') onGroups()
      }}
    />
  )
}
