import { expect, test } from 'vitest'
import { composeApplication } from '../../../src/main/compose.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import { bareIngredients } from '../../fakes/bare-ingredients.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

test('an application that is stopped while its start waits for the keychain goes no further, whenever that answers', async () => {
  const keychain = Promise.withResolvers<string | null>()
  const asked = Promise.withResolvers<void>()
  const secrets = new InMemorySecretStore()
  const { documents, ...ingredients } = bareIngredients()
  const me = { extension: '1001', name: 'Anna', email: null, timeZone: null }
  const account = {
    accountId: 61,
    apiUrl: 'http://127.0.0.1:9/v3/voice',
    keyKinds: ['user'],
    me,
    rejected: {}
  }
  const host = recordingHost()
  const application = await composeApplication({
    ...ingredients,
    host,
    options: readStartOptions([], { VOICE360_WEBHOOK_PORT: '0' }),
    keys: [],
    documents: {
      ...documents,
      account: new InMemoryDocumentStore({ accounts: [account], current: 61 })
    },
    secrets: {
      name: secrets.name,
      isPersistent: false,
      read(name) {
        if (!name.startsWith('api-key')) return secrets.read(name)
        asked.resolve()
        return keychain.promise
      },
      write: (name, value) => secrets.write(name, value),
      remove: (name) => secrets.remove(name)
    },
    clock: systemClock,
    log: createRecordingLog(),
    t: textByKey
  })
  const started = application.start()
  await asked.promise
  await application.stop()
  keychain.resolve(null)
  await started
  expect(application.reach().webhookUrl).toBeNull()
})
