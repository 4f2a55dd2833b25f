import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { controlSimulator, type SimulatorControl } from '../../../scripts/simulator-control.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { type Action, type CrashPoint, type Report, to } from './crash-plan.ts'
import { startHoldingProxy } from './holding-proxy.ts'

type Point = CrashPoint | 'before the answer'

let folder: string
let simulator: Simulator
let control: SimulatorControl
let proxy: Awaited<ReturnType<typeof startHoldingProxy>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voice360-crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  simulator = await startSimulator()
  onTestFinished(() => simulator.stop())
  control = controlSimulator(simulator.url)
  proxy = await startHoldingProxy(simulator.apiUrl)
})

function start(action: Action, point = '', nth = 0): ChildProcess {
  const app = spawn(process.execPath, [join(import.meta.dirname, 'crashing-app.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ACTION: action,
      CRASH_AT: point,
      CRASH_AT_NTH: String(nth),
      KEY: simulator.keys.users['1001'],
      VOICE360_API_URL: proxy.apiUrl,
      VOICE360_ACCOUNT_ID: String(simulator.accountId),
      VOICE360_USER_DATA: folder,
      VOICE360_WEBHOOK_PORT: '0'
    }
  })
  onTestFinished(() => void app.kill('SIGKILL'))
  return app
}

async function* reportsOf(app: ChildProcess): AsyncGenerator<Report> {
  if (!app.stdout) throw new Error('The app has no output to read')
  for await (const line of createInterface({ input: app.stdout })) yield JSON.parse(line) as Report
}

/** Runs the app until it is at that point for the `nth` time, and kills it there. */
async function crashAt(point: Point, nth: number, action: Action): Promise<void> {
  const isHeld = point === 'before the answer'
  const atAnswer = isHeld ? proxy.holdAnswer(nth) : null
  const app = start(action, point, nth)
  // Where the test does not hold an answer, the app says that it is there.
  await (atAnswer ?? reportsOf(app).next())
  app.kill('SIGKILL')
  await once(app, 'exit')
}

type Seen = Extract<Report, { kind: 'seen' }>

/** Runs the app to its end; answers what it saw before the user did anything in it, and after that. */
async function run(action: Action): Promise<{ readonly before: Seen; readonly after: Seen }> {
  const seen: Seen[] = []
  for await (const report of reportsOf(start(action))) if (report.kind === 'seen') seen.push(report)
  const [before, after] = seen
  if (!before || !after) throw new Error('The app did not say what it saw')
  return { before, after }
}

interface SeenRequest {
  readonly method: string
  readonly body: { readonly message?: string; readonly to?: string } | null
}
/** What the simulator was asked to send, or whom to call. */
const posted = async (): Promise<readonly (string | undefined)[]> =>
  (await control.get<readonly SeenRequest[]>('/requests'))
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => body?.message ?? body?.to)

describe.each<[Point, readonly string[], readonly string[], readonly string[]]>([
  ['before the intent is written', [], [], ['One']],
  ['before the request', ['One unknown'], [], []],
  ['before the answer', ['One unknown'], ['One'], []],
  ['before the outcome is written', ['One unknown'], ['One'], []],
  ['after the outcome is written', ['One accepted'], ['One'], []]
])('an app that dies %s', (point, messages, requests, drafts) => {
  test('shows of a message what is known, and never sends it a second time', async () => {
    await crashAt(point, 1, 'send twice at once')
    expect(await posted()).toEqual(requests)
    const { before, after } = await run('send again')
    expect(before).toMatchObject({ messages, drafts })

    const isUnsent = messages.length === 0
    expect(after).toMatchObject({ messages: isUnsent ? ['One accepted'] : messages, drafts: [] })
    expect(await posted()).toEqual(isUnsent ? ['One'] : requests)
  })

  test('asks before it sends what was scheduled, and never sends it a second time', async () => {
    await crashAt(point, 1, 'send at a time')
    expect(await posted()).toEqual(requests)
    const { before, after } = await run('send what is held')
    const isUnsent = messages.length === 0
    const held = isUnsent ? ['One: Not sent: the app was not running at its time.'] : []
    expect(before).toMatchObject({ messages, held })

    expect(after).toMatchObject({ messages: isUnsent ? ['One accepted'] : messages, held: [] })
    expect(await posted()).toEqual(isUnsent ? ['One'] : requests)
  })
})

describe.each<[Point, readonly string[], readonly string[], readonly string[]]>([
  [
    'before the intent is written',
    [],
    ['One'],
    ['Two: Not sent: the app was not running at its time.', 'Three: Not sent: the part before it waits too.']
  ],
  [
    'before the request',
    ['Two unknown'],
    ['One'],
    ['Three: Not sent: it is not known whether the part before it went out.']
  ],
  [
    'before the answer',
    ['Two unknown'],
    ['One', 'Two'],
    ['Three: Not sent: it is not known whether the part before it went out.']
  ],
  [
    'before the outcome is written',
    ['Two unknown'],
    ['One', 'Two'],
    ['Three: Not sent: it is not known whether the part before it went out.']
  ],
  [
    'after the outcome is written',
    ['Two accepted'],
    ['One', 'Two'],
    ['Three: Not sent: the app was not running at its time.']
  ]
])('an app that dies with the second of three parts %s', (point, messages, requests, held) => {
  test('asks before it sends the rest, and sends no part twice', async () => {
    await crashAt(point, 2, 'send three parts')
    expect(await posted()).toEqual(requests)
    const { before, after } = await run('send what is held')
    expect(before).toMatchObject({ messages: ['One accepted', ...messages], held })

    expect(after).toMatchObject({ held: [] })
    const rest = messages.length === 0 ? ['Two', 'Three'] : ['Three']
    expect(await posted()).toEqual([...requests, ...rest])
  })
})

describe.each<[Point, readonly string[], readonly string[], readonly string[] | null]>([
  ['before the intent is written', [], [], []],
  ['before the request', [], [], ['repeated']],
  ['before the answer', [], [to], ['repeated']],
  ['before the outcome is written', [], [to], ['repeated']],
  // Known to be placed, it is a repetition for ten seconds only, which a start may take.
  ['after the outcome is written', [to], [to], null]
])('an app that dies %s of a dial', (point, calls, requests, asked) => {
  test('dials again only where the user does, once told that it may have gone out', async () => {
    await crashAt(point, 1, 'dial twice at once')
    expect(await posted()).toEqual(requests)
    const { before, after } = await run('dial again')
    expect(before.calls).toEqual(calls)
    expect(after.calls).toEqual([...calls, to])
    expect(after.asked).toEqual(asked ?? after.asked)
    expect(await posted()).toEqual([...requests, to])
  })
})
