import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, type DrivenApp, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const passphrase = 'seven green bottles'

describe('a backup on the desktop', () => {
  const userData = makeUserDataFolder()
  const folder = join(userData.folder, 'backups')
  const file = join(folder, 'mine.v360backup')
  let voice360: Voice360ForTest
  let app: DrivenApp
  beforeEach(async () => {
    mkdirSync(folder)
    voice360 = await startVoice360()
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
    await app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    }, file)
  })
  afterEach(async () => {
    await app.quit()
    await voice360.stop()
    userData.remove()
  })

  it('goes where the dialog says and nowhere else, or is not written at all where it could not be encrypted', async () => {
    const { protection, proposedPath, setAside } = await ask(app.main, 'backup:get-state', {})
    expect({ proposedPath, setAside }).toEqual({ proposedPath: null, setAside: [] })
    const named = join(folder, 'named-by-the-page.v360backup')
    const made = await ask(app.main, 'backup:make-backup', { path: named, passphrase })
    // The Electron of some test machines comes with an SQLite that has no cipher.
    const isEncrypted = protection === 'encrypted'
    expect(made).toMatchObject(isEncrypted ? { value: { file } } : { failure: { code: 'cannot-encrypt' } })
    expect(readdirSync(folder)).toEqual(isEncrypted ? ['mine.v360backup'] : [])
    expect(existsSync(named)).toBe(false)
  })
})
