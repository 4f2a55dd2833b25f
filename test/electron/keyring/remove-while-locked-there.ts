import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { openKeytarSecretStore } from '../../../src/main/secrets/keytar-secret-store.ts'
import { openNapiKeyringSecretStore } from '../../../src/main/secrets/napi-keyring-secret-store.ts'
import { createKeychainOpener } from '../../../src/main/secrets/open-keychain.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'

// Writes a secret through the backend that its argument names, locks the keyring, and writes down what comes of removing it.
const [result = '', id = ''] = process.argv.slice(2)
const open = id === 'keytar' ? openKeytarSecretStore : openNapiKeyringSecretStore

const answer = await createKeychainOpener({
  rememberedBackend: new InMemoryDocumentStore(),
  log: { info() {}, warn() {}, error() {} },
  backends: [{ id, open }],
  limitMs: 1_000
})()
if (!answer.ok) throw new Error(answer.reason)
await answer.store.write('kept', 'in this keyring')
const [service, lock] = ['/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock']
const keyring = `array:objpath:${service}/collection/login`
execFileSync('dbus-send', ['--print-reply', '--dest=org.freedesktop.secrets', service, lock, keyring])
const outcome = await answer.store.remove('kept').then(
  () => 'removed',
  () => 'rejected'
)
writeFileSync(result, JSON.stringify({ outcome }))
// A locked keyring is still asking its user; that must not keep the process.
process.exit()
