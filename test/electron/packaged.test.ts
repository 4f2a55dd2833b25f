import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '../../scripts/package-contents.ts'
import { isTitleOnScreen } from './desktop.ts'
import { exitCodeOf } from './launch-app.ts'
import { becomeOrdinaryUser, type OrdinaryUser, type PackagedApp, packageForTest } from './packaged-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const soon = { timeout: 20_000 }
const packagingLimitMs = 240_000
const debuggingPort = 9_341
const inspectorPort = 9_342

describe('the packaged app', () => {
  let packaged: PackagedApp
  let user: OrdinaryUser
  let voice360: Voice360ForTest
  let app: ChildProcess
  let exitCode: Promise<number | null>

  const start = (words: readonly string[], further: Record<string, string> = {}): ChildProcess =>
    user.start(packaged.program, words, {
      VOICE360_API_URL: voice360.apiUrl,
      VOICE360_ACCOUNT_ID: String(voice360.accountId),
      VOICE360_WEBHOOK_PORT: '0',
      ...further
    })
  /** Resolves, once it is ready, with the address that it listens at. */
  async function startApp(words: readonly string[]): Promise<string> {
    app = start(['--json', ...words])
    exitCode = exitCodeOf(app)
    app.stdin?.end(voice360.key)
    if (!app.stdout) throw new Error('The app has no output to read.')
    const [line] = await once(createInterface({ input: app.stdout }), 'line')
    return JSON.parse(String(line)).webhook
  }
  /** Starts it again, as an icon or a link does; resolves with what it wrote and ended with. */
  async function startAgain(words: readonly string[], further?: Record<string, string>) {
    const again = start(words, further)
    const output = again.stdout ? text(again.stdout) : ''
    const [code] = await once(again, 'exit')
    return { code, output: await output }
  }

  beforeAll(async () => {
    packaged = await packageForTest()
    user = await becomeOrdinaryUser()
    voice360 = await startVoice360()
    const debugging = [`--remote-debugging-port=${debuggingPort}`, `--inspect=${inspectorPort}`]
    await voice360.sendEventsTo(await startApp(['--key-stdin', ...debugging]))
  }, packagingLimitMs)
  afterAll(async () => {
    app.kill('SIGTERM')
    await exitCode
    user.leave()
    await voice360.stop()
    packaged.remove()
  })

  it('holds what runs, and neither sources, maps, tests nor another system’s native code', () => {
    const files = filesIn(packaged.archive)
    expect(files).toContain('out/main/index.cjs')
    expect(files.filter((file) => /\.(map|tsx?|cpp|h)$|^(src|test|scripts)\//.test(file))).toEqual([])
    expect(files.filter((file) => file.endsWith('.node') && !file.endsWith('keytar.node'))).toEqual([
      'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
      'node_modules/@napi-rs/keyring-linux-x64-gnu/keyring.linux-x64-gnu.node',
      'node_modules/@ngrok/ngrok-linux-x64-gnu/ngrok.linux-x64-gnu.node'
    ])
    const folders = files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
    expect([...new Set(folders)].toSorted()).toEqual([
      '@napi-rs/keyring',
      '@napi-rs/keyring-linux-x64-gnu',
      '@ngrok/ngrok',
      '@ngrok/ngrok-linux-x64-gnu',
      'better-sqlite3-multiple-ciphers',
      'bson',
      'keytar',
      'libphonenumber-geo-carrier'
    ])
  })

  it('had its fuses read back from the file', () => {
    for (const fuse of [
      'RunAsNode off',
      'EnableCookieEncryption on',
      'EnableNodeOptionsEnvironmentVariable off',
      'EnableNodeCliInspectArguments off',
      'OnlyLoadAppFromAsar on',
      'LoadBrowserProcessSpecificV8Snapshot off'
    ]) {
      expect(packaged.packagingOutput).toContain(fuse)
    }
  })

  it('shows its window, in which every page runs inside Chromium’s sandbox', async () => {
    await expect.poll(() => isTitleOnScreen('Voice360'), soon).toBe(true)
    const pages = processesOf(packaged.program).filter(({ args }) => args.includes('--type=renderer'))
    expect(pages.length).toBeGreaterThanOrEqual(1)
    for (const { status, args } of pages) {
      expect(status).toMatch(/^Seccomp:\t2$/m)
      expect(args).not.toContain('--no-sandbox')
    }
  })

  it('signs in with a key, for which its native code reaches the keyring', async () => {
    const remembered = join(user.home, '.config', 'Voice360 Companion', 'keychain.json')
    expect(JSON.parse(readFileSync(remembered, 'utf8'))).toMatchObject({
      backend: expect.stringMatching(/^(keytar|napi-keyring)$/)
    })
    const seen = await voice360.requestsSeen('GET', '/user')
    expect(seen.length).toBeGreaterThan(0)
  })

  it('shows who calls, when a webhook says so', async () => {
    expect(isTitleOnScreen('Callers')).toBe(false)
    await voice360.call('+12125550123')
    await expect.poll(() => isTitleOnScreen('Callers'), soon).toBe(true)
  })

  it('takes a number from a second start, which ends, and asks before it dials', async () => {
    expect(await startAgain(['dial', '+12125550104'])).toMatchObject({ code: 0 })
    await expect.poll(() => isTitleOnScreen('Dial'), soon).toBe(true)
    expect(await voice360.dialsSeen()).toBe(0)
  })

  it('is no Node, opens no debugger, and does not start without its sandbox', async () => {
    const script = ['-e', 'console.log("ran")']
    const { output } = await startAgain(script, { ELECTRON_RUN_AS_NODE: '1' })
    expect(output).not.toContain('ran')
    await expect(fetch(`http://127.0.0.1:${debuggingPort}/json`)).rejects.toThrow('fetch failed')
    await expect(fetch(`http://127.0.0.1:${inspectorPort}/json`)).rejects.toThrow('fetch failed')
    expect(await startAgain(['--no-sandbox'])).toMatchObject({ code: 1 })
  })

  it('ends well when it is told to', async () => {
    app.kill('SIGTERM')
    expect(await exitCode).toBe(0)
  })

  it('starts into the tray where it starts with the session, until its user wants to see it', async () => {
    await startApp(['--hidden'])
    expect(isTitleOnScreen('Voice360')).toBe(false)
    expect(await startAgain([])).toMatchObject({ code: 0 })
    await expect.poll(() => isTitleOnScreen('Voice360'), soon).toBe(true)
  })
})

interface Process {
  readonly args: string
  readonly status: string
}

/** The processes that run a program, as the kernel tells of them; one that ends meanwhile is none. */
const processesOf = (program: string): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const args = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ')
        return args.startsWith(program)
          ? [{ args, status: readFileSync(join('/proc', pid, 'status'), 'utf8') }]
          : []
      } catch {
        return []
      }
    })
