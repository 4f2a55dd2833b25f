import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { desktopKeyring } from './keyring/desktop-keyring.ts'
import { ask, launchApp, makeUserDataFolder } from './launch-app.ts'
import { filesIn, findTraces } from './traces.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const passphrase = 'seven green bottles'

describe('started without a keychain that opens', () => {
  const keyring = desktopKeyring()
  let session: Awaited<ReturnType<typeof keyring.open>>
  let voice360: Voice360ForTest
  beforeAll(async () => {
    voice360 = await startVoice360()
    await keyring.runScript('unlocked', 'open-keychain-there.ts', 'keytar')
    session = await keyring.open('locked')
  })
  afterAll(async () => {
    session.close()
    await voice360.stop()
    keyring.remove()
  })

  const launched = async (folder: string) => launchApp(folder, voice360.apiUrl, [], session.env)

  it('asks within 5 s where it is locked; a passphrase seals the keys, and opens them at the next start', async () => {
    const userData = makeUserDataFolder()
    onTestFinished(userData.remove)
    const first = await launched(userData.folder)
    await first.main.getByText('is locked').waitFor({ timeout: 5_000 })
    await first.main.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await first.main.getByLabel('Passphrase once more').fill(passphrase)
    await first.main.getByRole('button', { name: 'Make the vault' }).click()
    await first.main.getByText('vault sealed by your passphrase').waitFor()
    await voice360.welcome(first)
    expect(await first.quit()).toBe(0)

    const kept = filesIn(userData.folder)
    for (const secret of [voice360.key, passphrase]) expect(findTraces(secret, kept)).toEqual([])

    const second = await launched(userData.folder)
    const field = second.main.getByLabel('Passphrase', { exact: true })
    await field.fill('eight green bottles')
    await field.press('Enter')
    await second.main.getByText('This is not the passphrase').waitFor()
    await field.fill(passphrase)
    await field.press('Enter')
    await second.main.getByText(`ext ${voice360.extension}`).waitFor()
    expect(await ask(second.main, 'session:get-host', {})).toMatchObject({ isSecretStorePersistent: true })
    expect(await second.quit()).toBe(0)
  })

  it('keeps nothing where its user wants this run only, and says so', async () => {
    const userData = makeUserDataFolder()
    onTestFinished(userData.remove)
    const bare = await keyring.open('no-provider')
    onTestFinished(bare.close)
    const app = await launchApp(userData.folder, voice360.apiUrl, [], bare.env)
    await app.main.getByText('No keychain answers').waitFor()
    await app.main.getByRole('button', { name: 'This run only' }).click()
    await app.main.getByText('kept in memory for this run only').waitFor()
    await voice360.welcome(app)
    await app.main.getByText('this run only').first().waitFor()
    expect(await app.quit()).toBe(0)
    expect(findTraces(voice360.key, filesIn(userData.folder))).toEqual([])
    expect(readdirSync(userData.folder)).not.toContain('secrets.vault')
    expect(readdirSync(userData.folder)).not.toContain('ledger.db')
  })
})
