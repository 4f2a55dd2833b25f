import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { type Replay, ReplayError, readLogFile, replay } from '../../../scripts/replay.ts'
import { writeEventLog } from '../../../src/main/core/diagnostics/index.ts'
import { sampleTimeMs, webhookBody } from '../../fakes/webhook-samples.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

const task = fileURLToPath(new URL('../../../scripts/tasks/replay.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'voice360-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))

const event = (...sample: Parameters<typeof webhookBody>) => ({
  receivedAtMs: sampleTimeMs,
  method: 'POST' as const,
  raw: webhookBody(...sample)
})
const call = { call_id: 'c1', from_number: '+12125550123', to_number: '+15559876543', queue_name: 'Sales' }
const log = writeEventLog({ region: 'US', aliases: {} }, [
  event('INCOMING_EXTERNAL_CALL', call),
  event('USER_ANSWER', { call_id: 'c1', extension: '1001' }, 5),
  event('CALL_ENDED', { call_id: 'c1' }, 95),
  event('CALL_ENDED', { call_id: 'c1' }, 95),
  event(
    'SMS_RECEIVED',
    { message_id: 'm1', from: '+12125550123', to: '+15559876543', body: 'Hello\nyou' },
    200
  ),
  event('AGENT_PAUSED', {}, 300)
])
const bundled = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly problems: string
}

/** The command as it is run by `npm run replay`, in the project's folder and called from another. */
function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', task, ...args], {
      env: { ...process.env, INIT_CWD: folder },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let out = ''
    let problems = ''
    child.stdout.on('data', (data) => (out += String(data)))
    child.stderr.on('data', (data) => (problems += String(data)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, problems }))
  })
}

describe.concurrent('npm run replay', () => {
  test('shows what the events of a bundle come to', async () => {
    fileOf('bundle.zip', bundled({ 'about.json': '{}', 'events.jsonl': log }))
    const { code, out, problems } = await run('bundle.zip')
    expect(problems).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('6 events: 1 repeated, 1 not understood')
    expect(out).toMatch(/2026-01-15 10:30:00 +inbound +ended +\+12125550123 +1001 +Sales +1:30/)
    expect(out).toContain('+15559876543 with +12125550123: 1 messages, 1 unread')
    expect(out).toMatch(/2026-01-15 10:33:20 +in +received +Hello you/)
  })

  test('tells machines all of it, from a log alone too', async () => {
    const { code, out } = await run(fileOf('events.jsonl', log), '--json')
    const told = JSON.parse(out) as Replay
    expect(code).toBe(0)
    expect(told).toMatchObject({
      eventCount: 6,
      calls: [{ state: 'ended', direction: 'inbound', answeredAtMs: sampleTimeMs + 5_000 }],
      threads: [{ unreadCount: 1, messages: [{ state: 'received', body: 'Hello\nyou' }] }],
      problems: []
    })
  })

  test('reads events by the names and the region of the log', async () => {
    const german = writeEventLog({ region: 'DE', aliases: { from: ['anrufer'] } }, [
      event('INCOMING_EXTERNAL_CALL', { anrufer: '030 901820', to_number: '1001' })
    ])
    const { out } = await run(fileOf('german.jsonl', german), '--json')
    expect((JSON.parse(out) as Replay).calls).toMatchObject([{ otherAddress: '+4930901820' }])
  })

  test('leaves broken lines out, says which, and goes on', async () => {
    const lines = log.trimEnd().split('\n')
    const broken = [...lines.slice(0, 2), '{"receivedAtMs":', ...lines.slice(2), '{"raw":7}', '']
    const notAnEvent = JSON.stringify({ receivedAtMs: 1, method: 'POST', raw: '{"hello":1}' })
    const { code, out, problems } = await run(fileOf('broken.jsonl', [...broken, notAnEvent].join('\n')))
    expect(code).toBe(0)
    expect(problems.trim().split('\n')).toEqual([
      'Line 3 was left out: It is no event.',
      'Line 9 was left out: It is no event.',
      'Line 11 was left out: There is no event_name.'
    ])
    expect(out).toContain('6 events: 1 repeated')
  })

  test('a file that is not there is said to be missing', async () => {
    const { code, problems } = await run('missing.zip')
    expect({ code, problems }).toEqual({
      code: 1,
      problems: `There is no file ${join(folder, 'missing.zip')}.\n`
    })
  })

  test.each([[[]], [['bundle.zip', '--html']]])('%j is not how it is called', async (args) => {
    const { code, problems } = await run(...args)
    expect(code).toBe(2)
    expect(problems).toContain('Usage: npm run replay -- FILE [--json]')
  })
})

test.each<readonly [what: string, name: string, content: string | Uint8Array, said: string]>([
  ['an empty file', 'empty.zip', '', 'is empty.'],
  [
    'a bundle without events',
    'no-events.zip',
    bundled({ 'about.json': '{}' }),
    'Prepare it again with “Include events”.'
  ],
  ['a zip that is cut off', 'cut.zip', bundled({ 'events.jsonl': log }).subarray(0, 60), 'is a broken zip'],
  ['a picture', 'picture.png', Uint8Array.of(0x89, 0x50, 0, 0, 1), 'is neither a support bundle (zip)'],
  ['a text', 'letter.txt', 'Dear Sir or Madam,\n', 'None of its lines is an event'],
  [
    'a log of nothing',
    'nothing.jsonl',
    writeEventLog({ region: 'US', aliases: {} }, []),
    'There are no events in it.'
  ]
])('%s cannot be replayed', async (_what, name, content, said) => {
  const replayed = readLogFile(fileOf(name, content)).then((text) => replay(text, ledgerWorkerFile))
  await expect(replayed).rejects.toThrow(said)
  await expect(replayed).rejects.toBeInstanceOf(ReplayError)
})
