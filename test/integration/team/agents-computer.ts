import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { composeApplication } from '../../../src/main/compose.ts'
import type { Clock } from '../../../src/main/core/ports.ts'
import type { Translate } from '../../../src/main/core/translate.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import { createNatsTeamLink } from '../../../src/main/team/nats-team-link.ts'
import type { RequestChannel } from '../../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../../src/shared/ipc/contract.ts'
import type { Simulator } from '../../../src/simulator/start-simulator.ts'
import { bareIngredients } from '../../fakes/bare-ingredients.ts'
import { keptSecrets } from '../../fakes/kept-secrets.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

interface Place {
  readonly simulator: Pick<Simulator, 'apiUrl' | 'accountId' | 'keys'>
  readonly clock: Clock
  readonly t?: Translate
}

/** What stays on the computer of 1001 from run to run, and the composed application there, with the real way to a NATS server. */
export function createAgentsComputer({ simulator, clock, t = textByKey }: Place) {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-team-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const kept = { ...bareIngredients(), secrets: keptSecrets() }
  return {
    folder,
    kept,
    /** One run of the app. */
    async run() {
      // Its window is in the tray, where notifications are wanted.
      const host = { ...recordingHost(), mainWindow: { show: () => undefined, isVisible: () => false } }
      const log = createRecordingLog()
      const application = await composeApplication({
        ...kept,
        host,
        options: readStartOptions([], {
          VOICE360_API_URL: simulator.apiUrl,
          VOICE360_ACCOUNT_ID: String(simulator.accountId),
          VOICE360_WEBHOOK_PORT: '0',
          VOICE360_USER_DATA: folder
        }),
        keys: [simulator.keys.users['1001'] ?? ''],
        loadTeamLink: () => Promise.resolve(createNatsTeamLink({ clock, log })),
        clock,
        log,
        t
      })
      let isStopped = false
      const stop = async () => {
        if (isStopped) return
        isStopped = true
        await application.stop()
      }
      onTestFinished(stop)
      await application.start()
      const ask = async <C extends RequestChannel>(channel: C, args: RequestArgs<C>) => {
        const answer = await application.answer(channel, args)
        if (!answer.ok) throw new Error(`${channel}: ${answer.message}`)
        return answer.value as RequestResult<C>
      }
      return { ask, host, log, stop }
    }
  }
}
