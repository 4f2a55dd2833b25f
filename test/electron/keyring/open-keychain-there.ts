import { writeFileSync } from 'node:fs'
import { openKeytarSecretStore } from '../../../src/main/secrets/keytar-secret-store.ts'
import { openNapiKeyringSecretStore } from '../../../src/main/secrets/napi-keyring-secret-store.ts'
import { createKeychainOpener } from '../../../src/main/secrets/open-keychain.ts'

// Opens the keychain of the session it runs in through the backend that its argument names, and writes down how that went.
const [result = '', id = ''] = process.argv.slice(2)
const open = id === 'keytar' ? openKeytarSecretStore : openNapiKeyringSecretStore
const messages: string[] = []
const say = (message: string, details: object = {}) =>
  void messages.push(`${message} ${JSON.stringify(details)}`)
let remembered: Readonly<Record<string, unknown>> = {}

const beganMs = Date.now()
const answer = await createKeychainOpener({
  rememberedBackend: {
    read: () => remembered,
    write: (next) => {
      remembered = next
    }
  },
  log: { info: say, warn: say, error: say },
  backends: [{ id, open }]
})()
if (answer.ok) await answer.store.write('kept', 'in this keyring')
writeFileSync(
  result,
  JSON.stringify({
    reason: answer.ok ? null : answer.reason,
    tookMs: Date.now() - beganMs,
    messages
  })
)
// A locked keyring is still asking its user; that must not keep the process.
process.exit()
