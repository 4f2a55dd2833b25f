import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { LostCallerMark } from '../../../shared/domain/lost-caller.ts'
import type { Directory } from '../contacts/index.ts'
import type { SharedEntry, SharedWorkLedger } from '../ports.ts'
import { type Author, readShared, revisionOf, type SharedWork, type Written } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import type { WallClock } from '../wall-clock.ts'
import type { BoardMark } from './lost-callers.ts'
import {
  isBy,
  isMarked,
  isOldClaim,
  markClaim,
  type SharedClaim,
  sharedClaimSchema,
  unclaimed
} from './shared-claim.ts'

interface Dependencies {
  readonly ledger: Pick<SharedWorkLedger, 'listShared' | 'getShared'>
  readonly work: SharedWork
  readonly directory: Pick<Directory, 'describe'>
  readonly clock: WallClock
  readonly t: Translate
}

/** What a team says of those to call back: of two who claim the same caller at once one gets them, and the other is told who. */
export function createTeamClaims({ ledger, work, directory, clock, t }: Dependencies) {
  const describe = ({ extension, name }: Author) => directory.describe(extension, name)

  function show({ claimed, done }: SharedClaim, revision: number, me: Author): BoardMark {
    const claim = claimed && {
      by: isBy(claimed, me) ? null : describe(claimed.by),
      atMs: claimed.atMs,
      isOld: isOldClaim(claimed, clock.nowMs())
    }
    return { claim, doneAtMs: done?.atMs ?? null, revision }
  }

  /** What became of it instead, in words. */
  function tooLate(claim: SharedClaim): Outcome<never> {
    const values = ({ by, atMs }: Written) => {
      const { name, display } = describe(by)
      return { name: name ?? display, time: clock.showMomentBriefly(atMs) }
    }
    if (claim.claimed !== null) return failed('claimed', t('queues.claimedBy', values(claim.claimed)))
    if (claim.done !== null) return failed('done', t('queues.doneBy', values(claim.done)))
    return failed('left', t('queues.left'))
  }

  const offline = () => failed('team-offline', t('queues.teamOffline'))
  const claimIn = (entry: SharedEntry | null): SharedClaim =>
    readShared(sharedClaimSchema, entry) ?? unclaimed

  return {
    /** By address. */
    async list(): Promise<ReadonlyMap<string, BoardMark>> {
      const me = work.me()
      const entries = me === null ? [] : await ledger.listShared('claim')
      return new Map(
        entries.flatMap((entry) =>
          me === null ? [] : [[entry.id, show(claimIn(entry), revisionOf(entry), me)] as const]
        )
      )
    },
    async mark(address: string, mark: LostCallerMark, revision: number): Promise<Outcome<unknown>> {
      const me = work.me()
      if (me === null) return offline()
      // Where it is newer than what was seen, it is not written.
      const before = claimIn(await ledger.getShared('claim', address))
      const judge = (claim: SharedClaim) => (isMarked(claim, mark, me) ? succeeded(null) : tooLate(claim))
      const written = await work.write(
        { kind: 'claim', id: address, revision },
        markClaim(before, mark, { by: me, atMs: clock.nowMs() })
      )
      switch (written.kind) {
        case 'written':
          return succeeded(null)
        case 'too-late':
          return judge(claimIn(written.theirs))
        case 'unreachable':
          return offline()
      }
    }
  }
}
