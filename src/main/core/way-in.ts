import type { DocumentStore, TeamLink } from './ports.ts'
import { createReachService, type ReachDependencies, type ReachService } from './reach/index.ts'
import type { SessionService } from './session/index.ts'
import { createTeamService, type TeamService } from './team/index.ts'

interface Dependencies
  extends Omit<ReachDependencies, 'team' | 'document' | 'accountId' | 'isOfOtherAccount'> {
  readonly documents: Readonly<Record<'reach' | 'team', DocumentStore>>
  readonly loadTeamLink: () => Promise<TeamLink>
  readonly session: SessionService
}

/** How webhooks get here: by a listener of this computer or by the team's relay, and the team that has one. */
export interface WayIn {
  readonly reach: ReachService
  readonly team: TeamService
  start(): Promise<void>
  stop(): Promise<void>
}

export function createWayIn(dependencies: Dependencies): WayIn {
  const { documents, loadTeamLink, session } = dependencies
  const team = createTeamService({
    ...dependencies,
    loadLink: loadTeamLink,
    document: documents.team,
    account: {
      id: () => session.accountId(),
      hasKeys: (accountId) =>
        session.listAccounts().some((it) => it.accountId === accountId && it.keyKinds.length > 0),
      changed: session.accountsChanged
    }
  })
  const reach = createReachService({
    ...dependencies,
    team,
    document: documents.reach,
    accountId: () => session.accountId(),
    isOfOtherAccount: (accountId) => session.isOfOtherAccount(accountId)
  })
  return {
    reach,
    team,
    async start() {
      await team.start()
      await reach.start()
    },
    async stop() {
      await reach.stop()
      await team.stop()
    }
  }
}
