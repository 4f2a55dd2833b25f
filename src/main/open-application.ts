import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { WaitingReason } from '../shared/domain/start.ts'
import { startContract } from '../shared/ipc/contract/start.ts'
import type { OpenedApplication } from './core/application.ts'
import { readPolicy } from './core/policy/index.ts'
import { createRedactor } from './core/redact.ts'
import { createStartService } from './core/start/index.ts'
import { systemClock } from './core/system-clock.ts'
import { type DocumentPlace, openConfDocument } from './documents/conf-document-store.ts'
import { hostForOneRun } from './host-for-one-run.ts'
import type { Ingredients } from './ingredients.ts'
import { createRequestAnswerer } from './ipc/answer-request.ts'
import { createStartHandlers } from './ipc/start-handlers.ts'
import { createFileLog } from './logging/file-log.ts'
import { readLogEnd } from './logging/read-log-end.ts'
import { readMachineNames } from './machine-names.ts'
import { readNetwork } from './network.ts'
import { policyPlace } from './policy/policy-place.ts'
import { readPolicyFile } from './policy/read-policy-file.ts'
import { runApplications } from './run-applications.ts'
import { redactedSecretStore } from './secrets/redacted-secret-store.ts'
import { secretPlaces } from './secrets/secret-places.ts'
import { createTranslate } from './text/create-translate.ts'
import { openTunnels } from './tunnels/open-tunnels.ts'
import { readVersions } from './versions.ts'

/** How much of the log goes into a support bundle at most. */
const logEndBytes = 256 * 1024

export interface HostChoices extends Pick<Ingredients, 'host' | 'options' | 'keys' | 'workerFile'> {
  readonly createStore: DocumentPlace['createStore']
  /** Told when the start waits for its user to say where secrets are kept. */
  readonly onWaiting: (reason: WaitingReason) => void
}

/**
 * Opens the user's folder (log and documents), the same way for every host. Pages can ask at once how far the start is; `start`
 * then finds the secrets, if need be by asking the user, and puts the application together.
 */
export function openApplication({ createStore, ...choices }: HostChoices): OpenedApplication {
  // Most of the code: it is read in the time that the window's process needs to begin.
  const composing = import('./compose.ts')
  const { options } = choices
  let { keys } = choices
  const folder = options.userDataFolder
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  const redactor = createRedactor()
  for (const key of keys) redactor.addSecret(key)
  const logFile = join(folder, 'companion.log')
  const log = createFileLog({
    file: logFile,
    redactor,
    isVerbose: false,
    nowMs: Date.now
  })
  const openDocument = (name: string) => {
    const { document, recovered } = openConfDocument({ folder, name, createStore, nowMs: Date.now })
    if (recovered)
      log.warn('A file could not be read and was set aside', { name, setAsideAs: recovered.setAsideAs })
    return document
  }
  const documents = {
    settings: openDocument('settings'),
    account: openDocument('account'),
    reach: openDocument('reach'),
    team: openDocument('team')
  }
  const t = createTranslate()
  const places = secretPlaces({
    preference: options.secrets,
    folder,
    onPassphrase: (passphrase) => redactor.addSecret(passphrase),
    rememberedBackend: openDocument('keychain'),
    log
  })
  const start = createStartService({ places, log, t })
  start.current.watch((now) => {
    choices.host.pages.publish('start:start-changed', now)
    if (now.stage === 'waiting') choices.onWaiting(now.reason)
  })

  /** Read anew for every run. */
  function policyNow() {
    const policy = readPolicy(readPolicyFile(policyPlace(process.platform, options.policyFile)), t)
    for (const problem of policy.problems)
      log.error('The policy of this computer has a mistake', { path: policy.path, problem })
    return policy
  }

  async function loadTeamLink() {
    const { createNatsTeamLink } = await import('./team/nats-team-link.ts')
    return createNatsTeamLink({ clock: systemClock, log })
  }

  const { application, restart } = runApplications({
    start: start.current,
    async compose() {
      const secrets = redactedSecretStore(await start.openSecrets(), redactor)
      const { composeApplication } = await composing
      const { host, end } = hostForOneRun(choices.host)
      const composed = await composeApplication({
        ...choices,
        host,
        keys,
        secrets,
        policy: policyNow(),
        documents,
        restart,
        tunnels: openTunnels({ clock: systemClock }),
        loadTeamLink,
        readNetwork,
        versions: readVersions(host.describe().name),
        machine: readMachineNames(),
        readLog: async () => redactor.redact(await readLogEnd(logFile, logEndBytes)),
        redact: (text) => redactor.redact(text),
        clock: systemClock,
        log,
        t
      })
      // They are of the account that the process was started for; another run may be another's.
      keys = []
      return {
        ...composed,
        async stop() {
          await composed.stop()
          end()
        }
      }
    }
  })
  const answerOfStart = createRequestAnswerer(startContract, createStartHandlers(start, restart), log)
  return {
    ...application,
    noteFault: (error) => log.error('Something went wrong that nobody expected', { error }),
    answer: (channel, args) =>
      channel.startsWith('start:') ? answerOfStart(channel, args) : application.answer(channel, args)
  }
}
