import { onTestFinished } from 'vitest'
import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import type { ApiCallLog } from '../../../src/main/core/diagnostics/index.ts'
import { noPolicy, type PolicyInForce } from '../../../src/main/core/policy/index.ts'
import { createAccountBook, createSessionService } from '../../../src/main/core/session/index.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { startSimulator } from '../../../src/simulator/start-simulator.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

export const accountId = 61

export type SessionBench = Awaited<ReturnType<typeof startSessionBench>>

/** A simulated Voice360 with some of its keys, and what the app keeps from run to run. */
export async function startSessionBench() {
  const simulator = await startSimulator()
  onTestFinished(() => simulator.stop())
  const secrets = new InMemorySecretStore()
  const accounts = new InMemoryDocumentStore()
  /** The ledger that each restart opens. */
  const restarts: string[] = []
  const apiCalls: ApiCallLog = createBoundedLog(10)
  return {
    simulator,
    secrets,
    accounts,
    restarts,
    apiCalls,
    john: simulator.keys.users['1001'] ?? '',
    anna: simulator.keys.users['1002'] ?? '',
    developer: simulator.keys.developer,
    /** The service as it is after a start of the app; what an earlier run kept is still there. */
    open: (
      log = createRecordingLog(),
      apiUrl = simulator.apiUrl,
      policy: Partial<Pick<PolicyInForce, 'accountId' | 'apiUrl'>> = {}
    ) =>
      createSessionService({
        apiUrl,
        policy: { ...noPolicy(''), ...policy },
        secrets,
        accounts: createAccountBook(accounts),
        restart: () => Promise.resolve(void restarts.push(createAccountBook(accounts).ledgerFile())),
        clock: { nowMs: () => 1_000 },
        apiCalls,
        noteRateBudget: () => {},
        t: textByKey,
        log
      }),
    keptKeys: () => Promise.all([secrets.read('api-key:61:user'), secrets.read('api-key:61:developer')])
  }
}
