import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { openTunnels } from '../../../src/main/tunnels/open-tunnels.ts'
import type { OwnWayChoice } from '../../../src/shared/domain/tunnel.ts'
import { createQuickClock } from '../../fakes/quick-clock.ts'
import type { FakeReport } from './fake-cloudflared.ts'
import { canSeeProcesses, runningWith } from './process-groups.ts'
import { recordTunnel } from './recorded-tunnel.ts'

const token = 'eyJhIjoiY2FuYXJ5LWNhbmFyeSIsInQiOiJ0dW5uZWwiLCJzIjoic2VjcmV0In0='
const quick = { kind: 'cloudflared-quick' } as const
const quickUrl = 'https://four-plain-words-here.trycloudflare.com'
const named = { kind: 'cloudflared-named', url: 'https://voice.example.com' } as const
const localPort = 41_360

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice360-cloudflared-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  installFake()
})

/** Puts the fake on this folder, which is all of the PATH. */
function installFake(): void {
  const program = join(folder, 'cloudflared')
  const script = join(import.meta.dirname, 'fake-cloudflared.ts')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${script}' '${folder}' "$@"\n`)
  chmodSync(program, 0o755)
}

function open(
  choice: OwnWayChoice,
  { behaviour = 'connects', clock = createQuickClock(5), secret = '', env = {} } = {}
) {
  const report = join(folder, 'report.json')
  const tunnels = openTunnels({
    clock,
    folders: [],
    env: { ...env, PATH: folder, FAKE_CLOUDFLARED: behaviour, FAKE_CLOUDFLARED_REPORT: report }
  })
  const tunnel = recordTunnel(tunnels, { choice, secret: secret || null, localPort })
  const readReport = () => JSON.parse(readFileSync(report, 'utf8')) as FakeReport
  return {
    ...tunnel,
    readReport,
    command: async (path: string) => void (await fetch(`${readReport().origin}${path}`, { method: 'POST' }))
  }
}

describe('A quick tunnel', () => {
  test('is up at the address that it prints, once it is connected', async () => {
    const { told, readReport } = open(quick)
    await expect.poll(() => told).toEqual([{ up: quickUrl }])
    expect(readReport().args).toEqual([
      'tunnel',
      '--no-autoupdate',
      '--metrics',
      '127.0.0.1:0',
      '--grace-period',
      '1s',
      '--config',
      '/dev/null',
      '--url',
      `http://127.0.0.1:${localPort}`
    ])
  })

  test('takes none of the user’s own cloudflared variables', async () => {
    const { told, readReport } = open(quick, {
      env: { TUNNEL_URL: 'http://127.0.0.1:1', TUNNEL_TOKEN: token }
    })
    await expect.poll(() => told).toHaveLength(1)
    expect(readReport().variables).toEqual({})
  })

  test('that cannot be had ends with what cloudflared says of it', async () => {
    const { told } = open(quick, { behaviour: 'knows no network' })
    await expect
      .poll(() => told)
      .toEqual([
        {
          ended: {
            code: 'no-connection',
            detail: expect.stringMatching(/^failed to request quick Tunnel: .*no such host$/)
          }
        }
      ])
  })

  test('that Cloudflare has forgotten ends, to be opened anew: there is no token to be wrong', async () => {
    const { told } = open(quick, { behaviour: 'is unauthorized' })
    await expect
      .poll(() => told)
      .toEqual([{ ended: { code: 'no-connection', detail: 'Unauthorized: Invalid tunnel secret' } }])
  })
})

describe('A named tunnel', () => {
  test('is up at the user’s address; its token is in its environment and nowhere else', async () => {
    const { told, readReport } = open(named, { secret: token })
    await expect.poll(() => told).toEqual([{ up: named.url }])
    const { args, variables } = readReport()
    expect(args.slice(-3)).toEqual(['run', '--url', `http://127.0.0.1:${localPort}`])
    expect(variables).toEqual({ TUNNEL_TOKEN: token })
    expect(args.join(' ')).not.toContain(token.slice(0, 8))
    expect(runningWith(token.slice(0, 16))).toEqual([])
  })

  test.each([
    ['refuses the token', 'Provided Tunnel token is not valid'],
    ['is unauthorized', 'Unauthorized: Invalid tunnel secret']
  ])('whose cloudflared %s ends as refused', async (behaviour, detail) => {
    const { told } = open(named, { behaviour, secret: token })
    await expect.poll(() => told).toEqual([{ ended: { code: 'refused', detail } }])
  })

  test('without a token is not started', async () => {
    const { told } = open(named)
    await expect.poll(() => told).toEqual([{ ended: { code: 'no-secret', detail: '' } }])
  })

  test('stays up while one of its connections is', async () => {
    const { told, command } = open(named, { secret: token, clock: systemClock })
    await expect.poll(() => told).toHaveLength(1)
    await command('/connect?index=1')
    await command('/lose?index=0')
    // Nothing is told of this one: it was up.
    await command('/connect?index=0')
    await command('/lose?index=1')
    await command('/lose?index=0')
    await expect.poll(() => told).toHaveLength(2)
    await command('/connect?index=0')
    await expect
      .poll(() => told)
      .toEqual([
        { up: named.url },
        { down: { code: 'no-connection', detail: 'timeout: no recent network activity' } },
        { up: named.url }
      ])
  })
})

describe('Its health', () => {
  test('a lost connection is known by what it prints, at once', async () => {
    // A clock that stands still: nothing is asked.
    const { told, command } = open(quick, { clock: { nowMs: () => 0, schedule: () => () => undefined } })
    await expect.poll(() => told).toHaveLength(1)
    await command('/lose')
    await expect
      .poll(() => told.at(-1))
      .toEqual({
        down: { code: 'no-connection', detail: 'timeout: no recent network activity' }
      })
    await command('/connect')
    await expect.poll(() => told.at(-1)).toEqual({ up: quickUrl })
  })

  test('and by /ready where it prints nothing', async () => {
    const { told, command } = open(quick)
    await expect.poll(() => told).toHaveLength(1)
    await command('/forget')
    await expect.poll(() => told.at(-1)).toEqual({ down: { code: 'no-connection', detail: '' } })
    await command('/connect')
    await expect.poll(() => told.at(-1)).toEqual({ up: quickUrl })
  })

  test('a cloudflared that hangs is down', async () => {
    const { told, command } = open(quick, { clock: createQuickClock(10) })
    await expect.poll(() => told).toHaveLength(1)
    await command('/hang')
    await expect
      .poll(() => told.at(-1), { timeout: 5_000 })
      .toEqual({ down: { code: 'no-connection', detail: '' } })
  })

  test('and is ended where it goes on hanging for a minute: by itself it would never lead here again', async () => {
    const { told, command } = open(quick, { clock: createQuickClock(50) })
    await expect.poll(() => told).toHaveLength(1)
    await command('/hang')
    await expect
      .poll(() => told.slice(1), { timeout: 10_000 })
      .toEqual([
        { down: { code: 'no-connection', detail: '' } },
        { ended: { code: 'no-connection', detail: '' } }
      ])
    await expect.poll(() => runningWith(folder)).toEqual([])
  })
})

describe('Its end', () => {
  test('a cloudflared that ends by itself is told once', async () => {
    const { told, command } = open(quick)
    await expect.poll(() => told).toHaveLength(1)
    await command('/exit')
    await expect.poll(() => told).toEqual([{ up: quickUrl }, { ended: { code: 'ended', detail: '' } }])
  })

  test.each([
    // The second has to have said something by then.
    ['hangs', '', 50],
    ['retries', 'TLS handshake with edge error: i/o timeout', 10]
  ])('one that %s is given up after half a minute, and ended', async (behaviour, detail, times) => {
    const { told } = open(quick, { behaviour, clock: createQuickClock(times) })
    await expect.poll(() => told, { timeout: 10_000 }).toEqual([{ ended: { code: 'no-connection', detail } }])
    await expect.poll(() => runningWith(folder)).toEqual([])
  })

  test('closed, it is gone and tells nothing more', async () => {
    const { told, close } = open(quick)
    await expect.poll(() => told).toHaveLength(1)
    // The shell that waits, its watch, and the program.
    expect(runningWith(folder)).toHaveLength(canSeeProcesses ? 3 : 0)
    await close()
    await expect.poll(() => runningWith(folder)).toEqual([])
    await close()
    expect(told).toEqual([{ up: quickUrl }])
  })

  test('closed while it is being ended, it tells nothing', async () => {
    const { told, close, readReport, command } = open(quick, {
      behaviour: 'is unauthorized, and slow to end'
    })
    const isEnding = () => existsSync(join(folder, 'report.json')) && readReport().isEnding
    await expect.poll(isEnding, { timeout: 10_000 }).toBe(true)
    const closing = close()
    await command('/exit')
    await closing
    expect(told).toEqual([])
  })

  test('closed before it began, nothing is started', async () => {
    const { told, close } = open(quick)
    await close()
    expect(told).toEqual([])
    await expect.poll(() => runningWith(folder)).toEqual([])
  })
})

describe('Where there is no cloudflared', () => {
  test.each([
    ['nothing of that name', () => rmSync(join(folder, 'cloudflared'))],
    ['a file that may not be executed', () => chmodSync(join(folder, 'cloudflared'), 0o644)],
    ['no program in the file', () => writeFileSync(join(folder, 'cloudflared'), '#!/nowhere/at-all\n')]
  ])('%s', async (_name, spoil) => {
    spoil()
    const { told } = open(quick)
    await expect.poll(() => told).toEqual([{ ended: { code: 'no-program', detail: '' } }])
  })
})
