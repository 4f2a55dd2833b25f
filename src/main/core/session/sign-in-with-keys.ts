import type { Log } from '../ports.ts'
import type { AccountBook } from './account.ts'
import type { SessionService } from './session-service.ts'

interface GivenAtStart {
  readonly accountId: number | null
  readonly extension: string | null
  readonly keys: readonly string[]
}

/** Makes the account current that keys given at the start are of, so that its ledger is the one that is opened. */
export function expectAccount(
  accounts: AccountBook,
  { accountId, apiUrl }: Pick<GivenAtStart, 'accountId'> & { readonly apiUrl: string }
): void {
  if (accountId === null || accounts.current()?.accountId === accountId) return
  if (accounts.find(accountId) === null)
    accounts.keep({ apiUrl, accountId, keyKinds: [], me: null, rejected: {} })
  accounts.makeCurrent(accountId)
}

/**
 * Signs in with keys that the start was given; what is wrong with one goes to the log, since nobody looks on. It never puts the
 * application together anew, which would wait for the start to be done.
 */
export async function signInWithKeys(
  session: Pick<SessionService, 'addKey'>,
  { accountId, extension, keys }: GivenAtStart,
  log: Log
): Promise<void> {
  if (accountId === null) return
  for (const key of keys) {
    const outcome = await session.addKey({ accountId, key, extension })
    if (!outcome.ok) log.error('A key given at the start was not taken', { reason: outcome.failure.message })
  }
}
