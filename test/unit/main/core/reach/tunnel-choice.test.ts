import { beforeEach, describe, expect, test } from 'vitest'
import {
  createTunnelChoosing,
  type TunnelChoosing
} from '../../../../../src/main/core/reach/tunnel-choice.ts'
import { createSettingsService, type SettingsService } from '../../../../../src/main/core/settings/index.ts'
import { InMemorySecretStore } from '../../../../../src/main/secrets/in-memory-secret-store.ts'
import { InMemoryDocumentStore } from '../../../../fakes/in-memory-document-store.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { scriptedTunnels } from '../../../../fakes/scripted-tunnels.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const ngrok = { kind: 'ngrok', domain: '' } as const

let secrets: InMemorySecretStore
let settings: SettingsService
let log: ReturnType<typeof createRecordingLog>
let choosing: TunnelChoosing
const tunnels = scriptedTunnels()
let hasInvitation = false
const team = { hasInvitation: () => hasInvitation }

beforeEach(() => {
  secrets = new InMemorySecretStore()
  settings = createSettingsService(new InMemoryDocumentStore(), textByKey)
  log = createRecordingLog()
  choosing = createTunnelChoosing({ tunnels, team, secrets, settings, log, t: textByKey })
})

test('the secret goes to the keychain, the choice to the settings', async () => {
  expect(await choosing.choose(ngrok, 's3cret')).toEqual({ ok: true, value: null })
  expect(settings.current.get().tunnel).toEqual(ngrok)
  expect(JSON.stringify(settings.current.get())).not.toContain('s3cret')
  expect(await secrets.read('tunnel-secret:ngrok')).toBe('s3cret')
  expect(await choosing.readSecret('ngrok')).toBe('s3cret')
})

test('without a secret the one that is kept serves, and without either it is refused', async () => {
  expect(await choosing.choose(ngrok, null)).toMatchObject({ ok: false, failure: { code: 'no-secret' } })
  expect(settings.current.get().tunnel).toEqual({ kind: 'none' })
  await choosing.choose(ngrok, 's3cret')
  await choosing.choose({ kind: 'none' }, null)
  expect(await choosing.choose({ ...ngrok, domain: 'me.ngrok.app' }, null)).toMatchObject({ ok: true })
})

test('a way that needs no secret keeps none', async () => {
  await choosing.choose({ kind: 'cloudflared-quick' }, 's3cret')
  expect(await secrets.read('tunnel-secret:cloudflared-quick')).toBeNull()
})

test('where the keychain does not work, nothing is changed, and the log does not tell the secret', async () => {
  secrets.write = () => Promise.reject(new Error('locked'))
  expect(await choosing.choose(ngrok, 's3cret')).toMatchObject({ ok: false, failure: { code: 'keychain' } })
  expect(settings.current.get().tunnel).toEqual({ kind: 'none' })
  expect(JSON.stringify(log.lines)).not.toContain('s3cret')
})

test('where the keychain does not answer, the ways are offered all the same', async () => {
  tunnels.offers = [
    { kind: 'own-url', state: 'ready', version: null },
    { kind: 'ngrok', state: 'ready', version: '1' }
  ]
  secrets.read = () => Promise.reject(new Error('locked'))
  expect(await choosing.listOffers()).toMatchObject([
    { kind: 'own-url', hasSecret: null },
    { kind: 'ngrok', hasSecret: false },
    { kind: 'relay' }
  ])
  expect(await choosing.choose(ngrok, null)).toMatchObject({ ok: false, failure: { code: 'keychain' } })
})

test('a choice that does not parse is refused by the settings', async () => {
  const broken = { kind: 'own-url', url: 'ftp://nowhere' } as const
  expect(await choosing.choose(broken, null)).toMatchObject({
    ok: false,
    failure: { code: 'invalid-setting' }
  })
})

test('what this computer has is told with whether its secret is kept', async () => {
  tunnels.offers = [
    { kind: 'own-url', state: 'ready', version: null },
    { kind: 'ngrok', state: 'ready', version: '1.5' },
    { kind: 'cloudflared-named', state: 'no-program', version: null }
  ]
  await secrets.write('tunnel-secret:ngrok', 's3cret')
  expect((await choosing.listOffers()).map(({ hasSecret }) => hasSecret)).toEqual([null, true, false, false])
})

describe('a way that the policy settles', () => {
  beforeEach(() => {
    const policy = { path: '', set: {}, lock: { tunnel: ngrok } }
    settings = createSettingsService(new InMemoryDocumentStore(), textByKey, policy)
    choosing = createTunnelChoosing({ tunnels, team, secrets, settings, log, t: textByKey })
  })

  test('takes its secret', async () => {
    expect(await choosing.choose(ngrok, 's3cret')).toEqual({ ok: true, value: null })
    expect(await choosing.readSecret('ngrok')).toBe('s3cret')
  })

  test.each([{ kind: 'none' }, { kind: 'cloudflared-quick' }, { ...ngrok, domain: 'me.ngrok.app' }] as const)(
    'is not left for %o, and no secret is kept',
    async (other) => {
      expect(await choosing.choose(other, 's3cret')).toMatchObject({
        ok: false,
        failure: { code: 'locked-setting' }
      })
      expect(await choosing.readSecret(other.kind)).toBeNull()
      expect(settings.current.get().tunnel).toEqual(ngrok)
    }
  )
})

test('the relay can be chosen by whoever has an invitation', async () => {
  const relay = { kind: 'relay' } as const
  hasInvitation = false
  expect(await choosing.choose(relay, null)).toMatchObject({ ok: false, failure: { code: 'no-invitation' } })
  expect(settings.current.get().tunnel).toEqual({ kind: 'none' })
  hasInvitation = true
  expect(await choosing.choose(relay, null)).toMatchObject({ ok: true })
  expect(settings.current.get().tunnel).toEqual(relay)
  expect(await choosing.listOffers()).toContainEqual(
    expect.objectContaining({ kind: 'relay', hasSecret: true })
  )
})
