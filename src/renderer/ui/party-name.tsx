import type { Party } from '../../shared/domain/party.ts'
import { t } from '../text/text.ts'
import { NameText, NumberText } from './name-text.tsx'

/** How a person is called: by name, else by number, else by the word for a caller without one. */
export const nameOf = (party: Party): string => party.name ?? party.display

const shownNames = 3

/** Who it may be, where several people's numbers end alike: any of them, never all. */
export function possibleNamesText({ possibleNames }: Pick<Party, 'possibleNames'>): string {
  const shown = possibleNames.slice(0, shownNames).join(t('popup.or'))
  return t('popup.maybe', { names: possibleNames.length > shownNames ? `${shown} …` : shown })
}

export function PartyName({
  party,
  className
}: {
  readonly party: Party
  readonly className?: string | undefined
}) {
  return party.name === null && party.kind !== 'anonymous' ? (
    <NumberText className={className}>{party.display}</NumberText>
  ) : (
    <NameText className={className}>{nameOf(party)}</NameText>
  )
}
