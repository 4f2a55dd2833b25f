import type { Party } from '../../shared/domain/party.ts'
import { NameText, NumberText } from './name-text.tsx'

/** How a person is called: by name, else by number, else by the word for a caller without one. */
export const nameOf = (party: Party): string => party.name ?? party.display

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
