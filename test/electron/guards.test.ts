import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type DrivenApp, launchApp, makeUserDataFolder } from './launch-app.ts'

const preload = join(import.meta.dirname, '..', '..', 'out', 'preload', 'index.cjs')

/** What a page comes to that asks what is not for it to know. */
const askForSession = `window.voice360.request('session:get-session', {}).then(() => 'answered', (error) => error.message)`

describe('a page', () => {
  const userData = makeUserDataFolder()
  let app: DrivenApp
  beforeAll(async () => {
    app = await launchApp(userData.folder)
  })
  afterAll(async () => {
    await app.quit()
    userData.remove()
  })

  /** Lets a window that the app did not make ask, with the app's own preload. */
  const askFromStrangeWindow = (url: string): Promise<unknown> =>
    app.electron.evaluate(
      async ({ BrowserWindow }, { preload: ownPreload, url: strangeUrl, code }) => {
        const stranger = new BrowserWindow({
          show: false,
          webPreferences: { preload: ownPreload, sandbox: true }
        })
        await stranger.loadURL(strangeUrl)
        const answer: unknown = await stranger.webContents.executeJavaScript(code)
        stranger.destroy()
        return answer
      },
      { preload, url, code: askForSession }
    )

  it('of ours in a window of ours is answered', async () => {
    expect(await ask(app.main, 'session:get-session', {})).toMatchObject({ status: 'signed-out' })
  })

  it.each(['about:blank', 'app://v360/index.html'])(
    'at %s in a window of somebody else is not',
    async (url) => {
      expect(await askFromStrangeWindow(url)).toContain('may not ask')
    }
  )

  it('reaches only what is listed', async () => {
    const asked = await app.main.evaluate(
      `window.voice360.request('electron-store-get-data', {}).then(() => 'answered', (error) => error.message)`
    )
    expect(asked).toContain('no such request')
    expect(
      await app.main.evaluate(
        `(() => { try { window.voice360.subscribe('x', () => {}) } catch (error) { return error.message } })()`
      )
    ).toContain('no such event')
  })

  it.each([
    ['a link', `location.href = 'https://example.com/'`],
    ['another page of ours', `location.href = 'app://v360/popup.html'`],
    [
      'a form',
      `(() => { const form = document.createElement('form'); form.action = 'https://example.com/'; document.body.append(form); form.submit() })()`
    ]
  ])('cannot be left by %s', async (_way, code) => {
    await app.main.evaluate(code)
    // A navigation that was not stopped would begin before this answer.
    await ask(app.main, 'session:get-host', {})
    expect(app.main.url()).toBe('app://v360/index.html')
  })

  it('opens no window', async () => {
    const before = app.electron.windows().length
    expect(await app.main.evaluate(`window.open('https://example.com/') === null`)).toBe(true)
    expect(app.electron.windows()).toHaveLength(before)
  })

  it.each(['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'app://v360/index.html'])(
    'fetches nothing from %s',
    async (url) => {
      const fetched = await app.main.evaluate(
        (address) =>
          fetch(address).then(
            () => 'fetched',
            () => 'refused'
          ),
        url
      )
      expect(fetched).toBe('refused')
    }
  )

  it('loads nothing past its policy either: the session itself refuses', async () => {
    const loaded = await app.electron.evaluate(
      ({ net }) =>
        new Promise((resolve) => {
          const request = net.request({ url: 'http://127.0.0.1:9/', useSessionCookies: true })
          request.on('response', () => resolve('loaded'))
          request.on('error', ({ message }) => resolve(message))
          request.end()
        })
    )
    expect(loaded).toBe('net::ERR_BLOCKED_BY_CLIENT')
  })

  it('makes no code and no markup out of texts', async () => {
    // Later and by the page itself: while a debugger evaluates, more is allowed.
    const made = await app.main.evaluate(
      () =>
        new Promise((resolve) => {
          const attempts = [
            () => Reflect.construct(Function, ['return 1']),
            () => Object.assign(document.body, { innerHTML: '<b>x</b>' })
          ]
          setTimeout(() => resolve(attempts.filter(succeeds).length))
          function succeeds(attempt: () => unknown) {
            try {
              attempt()
              return true
            } catch {
              return false
            }
          }
        })
    )
    expect(made).toBe(0)
  })

  it.each(['notifications', 'geolocation', 'microphone', 'camera', 'clipboard-read'])(
    'is denied %s',
    async (name) => {
      const state = await app.main.evaluate(
        `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`
      )
      expect(state).toBe('denied')
    }
  )

  it('may copy', async () => {
    // Only a page that has the keyboard may.
    await expect.poll(() => app.main.evaluate('document.hasFocus()'), { timeout: 10_000 }).toBe(true)
    const copied = await app.main.evaluate(() =>
      navigator.clipboard.writeText('copied').then(
        () => 'copied',
        (error: unknown) => String(error)
      )
    )
    expect(copied).toBe('copied')
  })
})
