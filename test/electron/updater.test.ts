import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { electronPath } from './launch-app.ts'

const older = 'the older one'
const newer = '#!/bin/sh\nexit 0\n'
const hashOf = (text: string) => createHash('sha512').update(text).digest('base64')

/** A small app with the desktop's updater, and what is published for it. */
let appFolder: string
let feed: Map<string, string>
let requests: string[]
let url: string
const server = createServer(({ url: path = '' }, response) => {
  const name = path.slice(1).replace(/\?.*/, '')
  requests.push(name)
  const body = feed.get(name)
  response.writeHead(body === undefined ? 404 : 200).end(body)
})

beforeAll(async () => {
  appFolder = mkdtempSync(join(tmpdir(), 'voice360-updating-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(import.meta.dirname, 'updating-app', 'main.ts'),
      outDir: join(appFolder, 'out'),
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'main.cjs', chunkFileNames: '[name].cjs' } }
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeFileSync(
    join(appFolder, 'package.json'),
    JSON.stringify({ name: 'updating-app', version: '1.0.0', main: 'out/main.cjs' })
  )
  writeFileSync(
    join(appFolder, 'dev-app-update.yml'),
    `provider: generic\nurl: ${url}\nupdaterCacheDirName: updating-app\n`
  )
})
afterAll(() => {
  server.close()
  rmSync(appFolder, { recursive: true, force: true })
})

beforeEach(() => {
  feed = new Map()
  requests = []
})

/** Publishes a version; what is served for it is `newer` unless it is said to be something else. */
function publish(
  version: string,
  { channel = 'latest', served = newer, stagingPercentage = 100 } = {}
): void {
  const file = `App-${version}.AppImage`
  feed.set(file, served)
  feed.set(
    `${channel}-linux.yml`,
    [
      `version: ${version}`,
      'files:',
      `  - url: ${file}`,
      `    sha512: ${hashOf(newer)}`,
      `    size: ${newer.length}`,
      `path: ${file}`,
      `sha512: ${hashOf(newer)}`,
      `stagingPercentage: ${stagingPercentage}`,
      `releaseDate: '2026-01-15T10:30:00.000Z'`
    ].join('\n')
  )
}

/** Runs the app once; what came of each step, and what its own file holds afterwards. */
async function run(...steps: readonly string[]) {
  const home = mkdtempSync(join(tmpdir(), 'voice360-updated-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const installed = join(home, 'App.AppImage')
  writeFileSync(installed, older)
  chmodSync(installed, 0o755)
  mkdirSync(join(home, 'config'))
  const app = spawn(electronPath, ['--no-sandbox', appFolder], {
    env: {
      ...process.env,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      APPIMAGE: installed,
      VOICE360_TEST_STEPS: steps.join(' ')
    },
    stdio: ['ignore', 'pipe', 'ignore']
  })
  let said = ''
  app.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(app, 'close')
  const answers = said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown)
  return { code: code as number | null, answers, installed: readFileSync(installed, 'utf8') }
}

const found = (value: string | null) => ({ ok: true, value })
const fetched = { ok: true, value: null }

describe('the desktop’s updater', () => {
  test('fetches what is published, and puts it in when the app ends', async () => {
    publish('1.1.0')
    expect(await run('check-latest', 'download', 'install-on-quit')).toEqual({
      code: 0,
      answers: [found('1.1.0'), fetched],
      installed: newer
    })
  })

  test('puts nothing in that is not wanted then', async () => {
    publish('1.1.0')
    const { answers, installed } = await run('check-latest', 'download')
    expect(answers).toEqual([found('1.1.0'), fetched])
    expect(installed).toBe(older)
  })

  test('ends the app and starts the newer one, where it is told to', async () => {
    publish('1.1.0')
    const { code, installed } = await run('check-latest', 'download', 'install')
    expect([code, installed]).toEqual([0, newer])
  })

  test('throws away what is not what was published', async () => {
    publish('1.1.0', { served: '#!/bin/sh\nexit 1\n' })
    const { answers, installed } = await run('check-latest', 'download', 'install-on-quit')
    expect(answers).toMatchObject([found('1.1.0'), { ok: false, trouble: 'notGenuine' }])
    expect(installed).toBe(older)
  })

  test('finds nothing in an older version, and nothing before it is this computer’s turn', async () => {
    publish('0.9.0')
    publish('2.0.0-beta.1', { channel: 'beta', stagingPercentage: 0 })
    expect((await run('check-latest', 'check-beta')).answers).toEqual([found(null), found(null)])
  })

  test('looks in the channel that was chosen, and says where nothing is published', async () => {
    publish('2.0.0-beta.1', { channel: 'beta' })
    const { answers } = await run('check-beta', 'check-latest')
    expect(answers).toMatchObject([found('2.0.0-beta.1'), { ok: false, trouble: 'unpublished' }])
  })
})
