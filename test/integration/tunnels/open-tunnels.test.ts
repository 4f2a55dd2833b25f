import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { openTunnels } from '../../../src/main/tunnels/open-tunnels.ts'
import type { TunnelMachine } from '../../../src/main/tunnels/tunnel-machine.ts'
import { createQuickClock } from '../../fakes/quick-clock.ts'
import { runningWith } from './process-groups.ts'
import { recordTunnel } from './recorded-tunnel.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice360-tunnels-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
})

const noNgrok = () => Promise.reject(new Error('Cannot find module'))
const open = (given: Partial<TunnelMachine> = {}) =>
  openTunnels({ clock: systemClock, env: { PATH: folder }, folders: [], loadNgrok: noNgrok, ...given })

function install(name: string, script: string, { mode = 0o755, into = folder } = {}): void {
  mkdirSync(into, { recursive: true })
  writeFileSync(join(into, name), script)
  chmodSync(join(into, name), mode)
}

const cloudflared = '#!/bin/sh\necho "cloudflared version 2026.7.0 (built 2026-07-01-1200 UTC)"\n'
const ssh = '#!/bin/sh\necho "OpenSSH_9.2p1 Debian-2+deb12u10, OpenSSL 3.0.19" >&2\n'

const offerOf = async (tunnels: ReturnType<typeof open>, kind: string) =>
  (await tunnels.listOffers()).find((offer) => offer.kind === kind)

describe('What this computer has', () => {
  test('where it has nothing, an address of the user’s own is what is left', async () => {
    expect(await open().listOffers()).toEqual([
      { kind: 'own-url', state: 'ready', version: null },
      { kind: 'cloudflared-quick', state: 'no-program', version: null },
      { kind: 'cloudflared-named', state: 'no-program', version: null },
      { kind: 'ngrok', state: 'no-program', version: null },
      { kind: 'ssh', state: 'no-program', version: null }
    ])
  })

  test('programs and library are found, with their versions', async () => {
    install('cloudflared', cloudflared)
    install('ssh', ssh)
    const loadNgrok = () =>
      Promise.resolve({ version: '1.7.0', createSessionBuilder: () => expect.unreachable() })
    expect(await open({ loadNgrok }).listOffers()).toEqual([
      { kind: 'own-url', state: 'ready', version: null },
      { kind: 'cloudflared-quick', state: 'ready', version: '2026.7.0' },
      { kind: 'cloudflared-named', state: 'ready', version: '2026.7.0' },
      { kind: 'ngrok', state: 'ready', version: '1.7.0' },
      { kind: 'ssh', state: 'ready', version: 'OpenSSH_9.2p1' }
    ])
  })

  test('the usual folders are looked through too, after PATH', async () => {
    const usual = join(folder, 'usual')
    install('cloudflared', cloudflared.replace('2026.7.0', '2024.1.1'), { into: usual })
    expect(await offerOf(open({ folders: [usual] }), 'cloudflared-quick')).toMatchObject({
      version: '2024.1.1'
    })
    install('cloudflared', cloudflared)
    expect(await offerOf(open({ folders: [usual] }), 'cloudflared-quick')).toMatchObject({
      version: '2026.7.0'
    })
  })

  test('a relative folder on PATH is none', async () => {
    install('cloudflared', cloudflared)
    const env = { PATH: `.:${relative(process.cwd(), folder)}::bin` }
    expect(await offerOf(open({ env }), 'cloudflared-quick')).toMatchObject({ state: 'no-program' })
  })

  test.each([
    ['a file that may not be executed', () => install('cloudflared', cloudflared, { mode: 0o644 })],
    ['a folder of that name', () => mkdirSync(join(folder, 'cloudflared'))],
    ['a program for another machine', () => install('cloudflared', '\u007FELF not for here')],
    ['a program that only fails', () => install('cloudflared', '#!/bin/sh\nexit 3\n')],
    ['a script for a shell that is not there', () => install('cloudflared', '#!/nowhere/at-all\n')]
  ])('%s is no program', async (_name, prepare) => {
    prepare()
    expect(await offerOf(open(), 'cloudflared-quick')).toMatchObject({ state: 'no-program' })
  })

  test.each([
    ['hangs', '#!/bin/sh\n/bin/sleep 1000\n'],
    ['babbles', '#!/bin/sh\nwhile :; do echo no version at all; done\n']
  ])('a program that %s when asked for its version may still work', async (_name, script) => {
    install('cloudflared', script)
    expect(await offerOf(open({ clock: createQuickClock(10) }), 'cloudflared-quick')).toMatchObject({
      state: 'ready',
      version: null
    })
    await expect.poll(() => runningWith(folder)).toEqual([])
  })
})

describe('An address of the user’s own', () => {
  const choice = { kind: 'own-url', url: 'https://voice.example.com' } as const

  test('is up at once, and nothing is started', async () => {
    const { told, close } = recordTunnel(open(), { choice, secret: null, localPort: 1 })
    await expect.poll(() => told).toEqual([{ up: choice.url }])
    await close()
    expect(told).toHaveLength(1)
  })

  test('closed at once it tells nothing', async () => {
    const { told, close } = recordTunnel(open(), { choice, secret: null, localPort: 1 })
    await close()
    expect(told).toEqual([])
  })
})

describe('What cannot be opened', () => {
  test.each([
    ['nothing chosen', { kind: 'none' }, 'no-program'],
    ['ngrok without its authtoken', { kind: 'ngrok', domain: '' }, 'no-secret'],
    [
      'a named tunnel without its token',
      { kind: 'cloudflared-named', url: 'https://v.example' },
      'no-secret'
    ],
    [
      'ssh that is not there',
      { kind: 'ssh', destination: 'a@b', port: null, remotePort: 9_000, url: 'https://v.example' },
      'no-program'
    ]
  ] as const)('%s', async (_name, choice, code) => {
    const { told } = recordTunnel(open(), { choice, secret: null, localPort: 1 })
    await expect.poll(() => told).toEqual([{ ended: { code, detail: '' } }])
  })

  test('ngrok that is not installed', async () => {
    const { told } = recordTunnel(open(), {
      choice: { kind: 'ngrok', domain: '' },
      secret: 'x',
      localPort: 1
    })
    await expect.poll(() => told).toEqual([{ ended: { code: 'no-program', detail: '' } }])
  })
})

test('ssh takes the destination for no option, asks nobody, and trusts only hosts that are known', async () => {
  const asked = join(folder, 'asked')
  install('ssh', `#!/bin/sh\nprintf '%s\\n' "$@" > '${asked}'\n`)
  const choice = {
    kind: 'ssh',
    destination: '-oProxyCommand=true',
    port: 2_222,
    remotePort: 9_000,
    url: 'https://v.example'
  } as const
  const { told } = recordTunnel(open(), { choice, secret: null, localPort: 41_360 })
  await expect.poll(() => told).toMatchObject([{ ended: { code: 'no-connection' } }])
  const args = readFileSync(asked, 'utf8').trim().split('\n')
  expect(args.slice(-6)).toEqual([
    '-p',
    '2222',
    '-R',
    '127.0.0.1:9000:127.0.0.1:41360',
    '--',
    '-oProxyCommand=true'
  ])
  expect(args).toEqual(
    expect.arrayContaining(['BatchMode=yes', 'StrictHostKeyChecking=yes', 'ControlPath=none', '-N'])
  )
})
