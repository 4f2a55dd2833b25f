import { composeApplication } from '../../src/main/compose.ts'
import type { Application } from '../../src/main/core/application.ts'
import { systemClock } from '../../src/main/core/system-clock.ts'
import { InMemorySecretStore } from '../../src/main/secrets/in-memory-secret-store.ts'
import { readStartOptions } from '../../src/main/start-options.ts'
import type { RequestChannel } from '../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../src/shared/ipc/contract.ts'
import type { Simulator } from '../../src/simulator/start-simulator.ts'
import { bareIngredients } from './bare-ingredients.ts'
import { recordingHost } from './office-services.ts'
import { createRecordingLog } from './recording-log.ts'
import { textByKey } from './text-by-key.ts'

export interface OnSimulator {
  readonly application: Application
  /** What a page asks; throws where it is not answered. */
  ask<C extends RequestChannel>(this: void, channel: C, args: RequestArgs<C>): Promise<RequestResult<C>>
  readonly host: ReturnType<typeof recordingHost>
  readonly log: ReturnType<typeof createRecordingLog>
}

/** The whole application, started against a simulator with a ledger in memory. */
export async function composeOnSimulator(
  simulator: Simulator,
  keys: readonly string[] = []
): Promise<OnSimulator> {
  const host = recordingHost()
  const log = createRecordingLog()
  const application = await composeApplication({
    host,
    options: readStartOptions([], {
      VOICE360_API_URL: simulator.apiUrl,
      VOICE360_ACCOUNT_ID: String(simulator.accountId),
      VOICE360_WEBHOOK_PORT: '0'
    }),
    keys,
    secrets: new InMemorySecretStore(),
    ...bareIngredients(),
    clock: systemClock,
    log,
    t: textByKey
  })
  await application.start()
  return {
    application,
    async ask<C extends RequestChannel>(channel: C, args: RequestArgs<C>) {
      const answer = await application.answer(channel, args)
      if (!answer.ok) throw new Error(`${channel}: ${answer.message}`)
      return answer.value as RequestResult<C>
    },
    host,
    log
  }
}
