import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, test } from 'vitest'
import { linuxStartAtLogin } from '../../../../src/main/electron/linux-start-at-login.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'voice360-autostart-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const open = (env: NodeJS.ProcessEnv = {}) =>
  linuxStartAtLogin({ HOME: home, ...env }, '/opt/Voice360 Companion/voice360-companion', ['--hidden'])
const fileIn = (config: string) => join(config, 'autostart', 'voice360-companion.desktop')

it('is off until it is wished for, and leaves nothing when it is not any more', async () => {
  const startAtLogin = open()
  expect(await startAtLogin.state()).toBe('off')
  await startAtLogin.set(true)
  expect(await startAtLogin.state()).toBe('on')
  expect(readFileSync(fileIn(join(home, '.config')), 'utf8')).toContain(
    '\nExec="/opt/Voice360 Companion/voice360-companion" --hidden\n'
  )
  await startAtLogin.set(false)
  await startAtLogin.set(false)
  expect(await startAtLogin.state()).toBe('off')
  expect(existsSync(fileIn(join(home, '.config')))).toBe(false)
})

it('lies where the user keeps configuration, and starts the AppImage rather than where that is mounted', async () => {
  const config = join(home, 'elsewhere')
  await open({ XDG_CONFIG_HOME: config, APPIMAGE: '/home/ann/Apps/Voice360.AppImage' }).set(true)
  expect(readFileSync(fileIn(config), 'utf8')).toContain('\nExec=/home/ann/Apps/Voice360.AppImage --hidden\n')
})

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
  'is off where the desktop’s settings wrote %s, and on again when that is wished for here',
  async (line) => {
    const startAtLogin = open()
    await startAtLogin.set(true)
    appendFileSync(fileIn(join(home, '.config')), `${line}\n`)
    expect(await startAtLogin.state()).toBe('off')
    await startAtLogin.set(true)
    expect(await startAtLogin.state()).toBe('on')
  }
)
