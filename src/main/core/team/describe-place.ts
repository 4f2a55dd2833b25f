import type { TeamPlace } from '../../../shared/domain/team.ts'
import { showAddress } from '../numbers/index.ts'
import { plainText } from '../plain-text.ts'
import type { Invitation } from './invitation.ts'

/** Whose place in which team an invitation gives, for people. */
export function describePlace({
  team,
  access,
  expiresAtMs
}: Pick<Invitation, 'team' | 'access' | 'expiresAtMs'>): TeamPlace {
  const { accountId, extension, isTeamWide, queueNames, lines, presence, sharesWork } = access
  return {
    team: plainText(team),
    accountId,
    extension,
    reading: {
      isTeamWide,
      queueNames: queueNames.map(plainText),
      lines: lines.map(showAddress),
      presence,
      sharesWork
    },
    expiresAtMs
  }
}
