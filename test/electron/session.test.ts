import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keychainOf } from './keychain-of.ts'
import { ask, launchApp, makeUserDataFolder } from './launch-app.ts'
import { filesIn, findTraces } from './traces.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

describe('signing in', () => {
  const userData = makeUserDataFolder()
  let voice360: Voice360ForTest
  beforeEach(async () => {
    voice360 = await startVoice360()
  })
  afterEach(async () => {
    await voice360.stop()
    userData.remove()
  })

  it('keeps the key in the keyring, in no file, and knows it at the next start', async () => {
    const first = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(first)
    expect(await ask(first.main, 'session:get-host', {})).toMatchObject({
      secretStore: 'Secret Service keyring',
      isSecretStorePersistent: true
    })
    expect(await first.quit()).toBe(0)

    const keyring = await keychainOf(userData.folder)
    await expect(keyring.read(`api-key:${voice360.accountId}:user`)).resolves.toBe(voice360.key)
    expect(findTraces(voice360.key, filesIn(userData.folder))).toEqual([])

    const second = await launchApp(userData.folder, voice360.apiUrl)
    await expect
      .poll(() => ask(second.main, 'session:get-session', {}))
      .toMatchObject({ status: 'signed-in', me: { extension: voice360.extension } })
    await ask(second.main, 'session:sign-out', { accountId: null })
    await expect(keyring.read(`api-key:${voice360.accountId}:user`)).resolves.toBeNull()
    await second.quit()
  })
})
