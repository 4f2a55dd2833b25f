import { join } from 'node:path'
import { createBoundedLog } from './core/bounded-log.ts'
import { createDirectory } from './core/contacts/index.ts'
import type { ApiCallLog } from './core/diagnostics/index.ts'
import { createAccountBook, createSessionService, expectAccount } from './core/session/index.ts'
import { createSettingsService } from './core/settings/index.ts'
import { createReadBudget } from './core/voice360/index.ts'
import { createWallClock } from './core/wall-clock.ts'
import type { RequestLog } from './core/webhooks/index.ts'
import type { Ingredients } from './ingredients.ts'
import { openKeptLedger } from './open-kept-ledger.ts'

/** What every feature stands on: what the user chose, who is signed in, and the ledger of that account. */
export async function composeGround(ingredients: Ingredients) {
  const { options, policy, secrets, documents, clock, log, t } = ingredients

  const settings = createSettingsService(documents.settings, t, policy)
  const region = () => settings.current.get().region
  const reader = () => ({ region: region(), aliases: settings.current.get().fieldAliases })
  const directory = createDirectory(t)
  const budget = createReadBudget()
  const apiCalls: ApiCallLog = createBoundedLog(1_000)
  const requests: RequestLog = createBoundedLog(1_000)
  const accounts = createAccountBook(documents.account)
  // Before the ledger is opened: keys given at the start may be of a further account.
  if (ingredients.keys.length > 0) expectAccount(accounts, options)
  const session = createSessionService({
    apiUrl: policy.apiUrl ?? options.apiUrl,
    policy,
    secrets,
    accounts,
    restart: () => ingredients.restart(),
    clock,
    apiCalls,
    noteRateBudget: (subject, rate) => budget.note(subject, rate, clock.nowMs()),
    t,
    log
  })
  const kept = await openKeptLedger({
    secrets,
    file: join(options.userDataFolder, accounts.ledgerFile()),
    reader: reader(),
    workerFile: ingredients.workerFile,
    log
  })
  const wallClock = createWallClock(clock, session)
  return { settings, region, reader, directory, budget, apiCalls, requests, session, kept, clock: wallClock }
}
