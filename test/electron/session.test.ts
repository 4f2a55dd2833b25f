import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeychainOpener } from '../../src/main/secrets/open-keychain.ts'
import { ask, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const noLog = { info() {}, warn() {}, error() {} }

function filesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

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

    const remembered: Record<string, unknown> = JSON.parse(
      readFileSync(join(userData.folder, 'keychain.json'), 'utf8')
    )
    const rememberedBackend = { read: () => remembered, write() {} }
    const opened = await createKeychainOpener({ rememberedBackend, log: noLog })()
    const keyring = opened.ok ? opened.store : null
    await expect(keyring?.read(`api-key:${voice360.accountId}:user`)).resolves.toBe(voice360.key)
    const withKey = filesIn(userData.folder).filter((file) => readFileSync(file).includes(voice360.key))
    expect(withKey).toEqual([])

    const second = await launchApp(userData.folder, voice360.apiUrl)
    await expect
      .poll(() => ask(second.main, 'session:get-session', {}))
      .toMatchObject({ status: 'signed-in', me: { extension: voice360.extension } })
    await ask(second.main, 'session:sign-out', { accountId: null })
    await expect(keyring?.read(`api-key:${voice360.accountId}:user`)).resolves.toBeNull()
    await second.quit()
  })
})
