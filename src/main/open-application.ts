import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { composeApplication, type Ingredients } from './compose.ts'
import type { Application } from './core/application.ts'
import { type DocumentPlace, openConfDocument } from './documents/conf-document-store.ts'
import { createFileLog } from './logging/file-log.ts'
import { readLogEnd } from './logging/read-log-end.ts'
import { createRedactor } from './logging/redact.ts'
import { readNetwork } from './network.ts'
import { chooseSecretStore } from './secrets/choose-secret-store.ts'
import { redactedSecretStore } from './secrets/redacted-secret-store.ts'
import { systemClock } from './system-clock.ts'
import { createTranslate } from './text/create-translate.ts'
import { openTunnels } from './tunnels/open-tunnels.ts'
import { readVersions } from './versions.ts'

/** How much of the log goes into a support bundle at most. */
const logEndBytes = 256 * 1024

export interface HostChoices extends Pick<Ingredients, 'host' | 'options' | 'keys' | 'workerFile'> {
  readonly createStore: DocumentPlace['createStore']
}

/** Opens the user's folder (log, documents, keychain) and composes the application in it, the same way for every host. */
export async function openApplication({ createStore, ...choices }: HostChoices): Promise<Application> {
  const { options, keys } = choices
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
  const secrets = await chooseSecretStore({
    preference: options.secrets,
    rememberedBackend: openDocument('keychain'),
    log
  })
  return composeApplication({
    ...choices,
    secrets: redactedSecretStore(secrets, redactor),
    documents: {
      settings: openDocument('settings'),
      account: openDocument('account'),
      reach: openDocument('reach')
    },
    tunnels: openTunnels({ clock: systemClock }),
    readNetwork,
    versions: readVersions(choices.host.describe().name),
    readLog: async () => redactor.redact(await readLogEnd(logFile, logEndBytes)),
    redact: (text) => redactor.redact(text),
    clock: systemClock,
    log,
    t: createTranslate()
  })
}
