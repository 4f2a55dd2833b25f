import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hostileCommandLines } from '../fixtures/hostile-links.ts'
import { press } from './desktop.ts'
import {
  ask,
  type DrivenApp,
  electronPath,
  environment,
  isShown,
  launchApp,
  makeUserDataFolder
} from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)
const soon = { timeout: 15_000 }

// A desktop of its own, on which the app is installed as a package would do it.
const desktop = mkdtempSync(join(tmpdir(), 'voice360-desktop-'))
const installed = join(desktop, 'data', 'applications')
const programs = join(desktop, 'bin')
mkdirSync(installed, { recursive: true })
mkdirSync(join(desktop, 'config'))
mkdirSync(programs)
copyFileSync(
  join(root, 'resources', 'voice360-companion.desktop'),
  join(installed, 'voice360-companion.desktop')
)
const program = join(programs, 'voice360-companion')
writeFileSync(program, `#!/bin/sh\nexec '${electronPath}' --no-sandbox '${root}' "$@"\n`)
chmodSync(program, 0o755)
// Some other program that has the links until the user wants it otherwise.
const links = 'x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/sms;'
writeFileSync(
  join(installed, 'dialer.desktop'),
  `[Desktop Entry]\nType=Application\nName=Dialer\nExec=true %u\nMimeType=${links}\n`
)
writeFileSync(
  join(desktop, 'config', 'mimeapps.list'),
  `[Default Applications]\n${links
    .split(';')
    .slice(0, -1)
    .map((type) => `${type}=dialer.desktop\n`)
    .join('')}`
)
Object.assign(process.env, {
  XDG_DATA_HOME: join(desktop, 'data'),
  XDG_CONFIG_HOME: join(desktop, 'config'),
  PATH: `${programs}:${process.env['PATH']}`
})
afterAll(() => rmSync(desktop, { recursive: true, force: true }))

describe('links', () => {
  const userData = makeUserDataFolder()
  let voice360: Voice360ForTest
  let app: DrivenApp
  let env: Record<string, string>
  beforeAll(async () => {
    voice360 = await startVoice360()
    env = environment(userData.folder, voice360.apiUrl)
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
  })
  afterAll(async () => {
    await app.quit()
    await voice360.stop()
    userData.remove()
  })

  /** From when on the next link is no part of a storm. */
  let nextLinkAtMs = 0
  /** Starts the app again, as a system does that opens a link; resolves with the exit code. */
  const startAgain = async (...words: readonly string[]): Promise<unknown> => {
    const [code] = await once(spawn(program, words, { env, stdio: 'ignore' }), 'exit')
    nextLinkAtMs = Date.now() + 1_000
    return code
  }
  const currentDial = () => ask(app.dialStrip, 'dialing:get-dial', {})
  const shownText = () => app.dialStrip.textContent('body')
  const expectQuestion = async (address: string): Promise<void> => {
    await expect.poll(() => isShown(app, app.dialStrip), soon).toBe(true)
    await expect.poll(shownText, soon).toContain(address)
  }
  const putAway = async (): Promise<void> => {
    const dial = await currentDial()
    if (dial) await ask(app.dialStrip, 'dialing:cancel-dial', { dialId: dial.id })
    await expect.poll(() => isShown(app, app.dialStrip)).toBe(false)
  }

  describe('of which this app is not the default', () => {
    const handlerOf = async (scheme: string) =>
      (await run('xdg-mime', ['query', 'default', `x-scheme-handler/${scheme}`], { env })).stdout.trim()

    it('are not claimed by its start', async () => {
      expect(await handlerOf('tel')).toBe('dialer.desktop')
      expect(await ask(app.main, 'links:get-handlers', {})).toEqual({
        system: 'linux',
        handlers: ['tel', 'callto', 'sms'].map((scheme) => ({ scheme, state: 'another' }))
      })
    })

    it('are its own once its user wishes so, one scheme at a time', async () => {
      const { handlers } = await ask(app.main, 'links:make-default', { scheme: 'tel' })
      expect(handlers.map(({ state }) => state)).toEqual(['this-app', 'another', 'another'])
      expect(await handlerOf('tel')).toBe('voice360-companion.desktop')
      expect(await handlerOf('sms')).toBe('dialer.desktop')
    })
  })

  describe('that the desktop opens', () => {
    it('ask with the exact number and post nothing; Enter, once that has settled, dials once', async () => {
      await run('xdg-open', ['tel:+1-212-555-0123;ext=9?x=1'], { env })
      await expectQuestion('+12125550123')
      expect(await voice360.dialsSeen()).toBe(0)

      const dial = await currentDial()
      expect(dial).toMatchObject({ state: 'confirming', source: 'link' })
      await expect.poll(() => Date.now(), soon).toBeGreaterThanOrEqual(dial?.acceptsFromMs ?? 0)
      await expect.poll(() => app.dialStrip.evaluate(() => document.hasFocus()), soon).toBe(true)
      press('Return', 'Return', 'Return')
      await expect.poll(voice360.dialsSeen, soon).toBe(1)
      await expect.poll(async () => (await currentDial())?.state, soon).toBe('placed')
      expect(await voice360.posted('/call/outbound')).toMatchObject([{ to: '+12125550123' }])
      await putAway()
    })
  })

  describe('and numbers that another start brings', () => {
    beforeEach(async () => {
      await putAway()
      await expect.poll(() => Date.now(), soon).toBeGreaterThan(nextLinkAtMs)
    })

    it('ask in the app that runs, be it by a link, or by “dial” with a number in its words', async () => {
      expect(await startAgain('callto:+12125550101')).toBe(0)
      await expectQuestion('+12125550101')
      await putAway()
      expect(await startAgain('dial', '(212)', '555', '0101')).toBe(0)
      await expectQuestion('+12125550101')
      expect(await currentDial()).toMatchObject({ source: 'command-line' })
    })

    it('begin a message where they are to write, and send none', async () => {
      expect(await startAgain('sms:+12125550102?body=See%20you%20at%20six')).toBe(0)
      const field = app.main.locator('textarea')
      await expect.poll(() => field.inputValue(), soon).toBe('See you at six')
      expect(await field.evaluate((area) => document.activeElement === area)).toBe(false)
      expect(await voice360.posted('/sms/send')).toEqual([])
    })

    it('say so where they cannot be read, and nothing else of it', async () => {
      expect(await startAgain('tel:%E0%A4%A')).toBe(0)
      await expectQuestion('There is no number to dial.')
      expect(await isShown(app, app.main)).toBe(true)
    })

    it('ask once where they are many, and switches beside them do nothing', async () => {
      const debugging = ['--remote-debugging-port=9333', '--inspect=9334', '--no-zygote']
      const dialsBefore = await voice360.dialsSeen()
      const starts = [
        ['tel:+12125550103', ...debugging],
        ...hostileCommandLines.slice(20, 26).map((words) => words.map((word) => word.replaceAll('\0', '')))
      ]
      for (const words of starts) await startAgain(...words)
      await expectQuestion('+12125550103')
      expect((await currentDial())?.leftOutCount).toBeGreaterThanOrEqual(6)
      await expect(fetch('http://127.0.0.1:9333/json')).rejects.toThrow('fetch failed')
      await expect(fetch('http://127.0.0.1:9334/json')).rejects.toThrow('fetch failed')
      expect(await voice360.dialsSeen()).toBe(dialsBefore)
      expect(await voice360.posted('/sms/send')).toEqual([])
    })
  })

  it('have the numbers that were called in the tray, which ask as a link does', async () => {
    await putAway()
    const again = () =>
      app.electron.evaluate(() => {
        const menu = globalThis.trayMenu.items.find(({ label }) => label === 'Call again')
        return menu?.submenu?.items.map(({ label }) => label) ?? []
      })
    await expect.poll(again, soon).toEqual(['+1 212 555 0123'])
    await app.electron.evaluate(() =>
      globalThis.trayMenu.items.find(({ label }) => label === 'Call again')?.submenu?.items[0]?.click()
    )
    await expectQuestion('+12125550123')
    expect(await currentDial()).toMatchObject({ source: 'command-line' })
    expect(await voice360.dialsSeen()).toBe(1)
    await putAway()
  })

  describe('that start the app', () => {
    it.each([
      ['a link', ['--', 'tel:+12125550104', '--key-stdin'], '+12125550104'],
      ['“dial”', ['dial', '+12125550105'], '+12125550105'],
      ['a link that cannot be read', ['tel:+1%0A555'], 'There is no number to dial.']
    ])('ask once it is signed in: %s', async (_what, words, shown) => {
      await app.quit()
      app = await launchApp(userData.folder, voice360.apiUrl, words)
      await expectQuestion(shown)
      expect(await currentDial()).toMatchObject({ fromExtension: voice360.extension, message: null })
      expect(await voice360.dialsSeen()).toBe(1)
    })

    it('begin a message with a link to write', async () => {
      await app.quit()
      app = await launchApp(userData.folder, voice360.apiUrl, ['sms:+12125550106?body=Hello'])
      await expect.poll(() => app.main.locator('textarea').inputValue(), soon).toBe('Hello')
      expect(await isShown(app, app.dialStrip)).toBe(false)
      expect(await voice360.posted('/sms/send')).toEqual([])
    })
  })
})
