import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, electronPath, launchApp, makeUserDataFolder } from '../../test/electron/launch-app.ts'
import { startVoice360, type Voice360ForTest } from '../../test/electron/voice360-for-test.ts'
import { interleave, median } from '../interleave.ts'
import { prepareBareApp, prepareOurApp } from './prepare-apps.ts'
import { type StartTimes, startWatched, type WatchedApp } from './watched-app.ts'

const starts = 15
const memoryTries = 3
/** What an app used to start is given back by then. */
const settleMs = 30_000
const calls = 5_000
const connections = 16

interface Memory {
  readonly shown: number
  readonly minimized: number
}

/**
 * What it costs to start this app and to have it, signed in and with a history, beside a window with nothing but text on the same
 * Electron: until its window is painted and its list is filled, and the memory of all its processes half a minute later (proportional
 * set size). A start of each goes before, which fills what Chromium keeps on disk. Needs Linux, Electron and a screen.
 *
 * Where a launcher gives an older Electron what it lacks, the ledger's thread gets only what it uses of that: see `light-thread.cjs`.
 */
export async function benchStart(print: (line: object) => void): Promise<void> {
  if (electronPath === '') {
    throw new Error('Name an Electron with VOICE360_ELECTRON, and run this where there is a screen.')
  }
  const { folder, remove } = makeUserDataFolder()
  const [bare, ours] = [join(folder, 'bare'), join(folder, 'ours')]
  const [bareData, ourData] = [join(folder, 'bare-data'), join(folder, 'our-data')]
  mkdirSync(bareData)
  prepareBareApp(bare)
  prepareOurApp(ours)
  const voice360 = await startVoice360()
  const startBare = () => startWatched(bare, bareData, voice360.apiUrl)
  const startOurs = () => startWatched(ours, ourData, voice360.apiUrl)
  try {
    await signInWithHistory(ourData, voice360)
    await timesOf(startBare)
    await timesOf(startOurs)
    const times = await interleave<'bare' | 'ours', StartTimes>({
      tries: starts,
      variants: { bare: () => timesOf(startBare), ours: () => timesOf(startOurs) }
    })
    compare(print, 'process start to window painted', 'ms', times, ({ painted }) => painted)
    compare(print, 'process start to list filled', 'ms', times, ({ listed }) => listed)
    const memory = await interleave<'bare' | 'ours', Memory>({
      tries: memoryTries,
      variants: { bare: () => memoryOf(startBare), ours: () => memoryOf(startOurs) }
    })
    compare(print, 'memory, shown', 'MiB', memory, ({ shown }) => shown)
    compare(print, 'memory, minimized', 'MiB', memory, ({ minimized }) => minimized)
  } finally {
    await voice360.stop()
    remove()
  }
}

async function timesOf(start: () => Promise<WatchedApp>): Promise<readonly StartTimes[]> {
  const app = await start()
  await app.quit()
  return [app.times]
}

async function memoryOf(start: () => Promise<WatchedApp>): Promise<readonly Memory[]> {
  const app = await start()
  await sleep(settleMs)
  const shown = app.memoryMiB()
  app.minimize()
  await sleep(settleMs)
  const minimized = app.memoryMiB()
  await app.quit()
  return [{ shown, minimized }]
}

/** Prints our median, and the median of the ratios of what was started right after each other. */
function compare<Sample>(
  print: (line: object) => void,
  figure: string,
  unit: string,
  { bare, ours }: Readonly<Record<'bare' | 'ours', readonly Sample[]>>,
  of: (sample: Sample) => number
): void {
  const against = 'bare window'
  const ratio = median(ours.map((sample, index) => of(sample) / of(bare[index] ?? sample)))
  print({ figure, value: median(ours.map(of)), unit, against, ratio })
  print({ figure: `${figure}, ${against}`, value: median(bare.map(of)), unit, against: null, ratio: null })
}

async function signInWithHistory(userDataFolder: string, voice360: Voice360ForTest): Promise<void> {
  const app = await launchApp(userDataFolder, voice360.apiUrl)
  await voice360.welcome(app)
  const { webhookUrl } = await ask(app.main, 'reach:get-reach', {})
  const beganAtMs = Date.now()
  let next = 0
  const post = async () => {
    while (next < calls) {
      next += 1
      await postCall(webhookUrl ?? '', next, beganAtMs)
    }
  }
  await Promise.all(Array.from({ length: connections }, post))
  await app.quit()
}

/** A call of the past weeks, one every ten minutes. */
async function postCall(webhookUrl: string, index: number, nowMs: number): Promise<void> {
  const response = await fetch(webhookUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      event_name: 'CALL_ENDED',
      account_id: '61',
      timestamp: Math.floor(nowMs / 1_000) - index * 600,
      metadata: {
        call_id: `start-${index}`,
        from_number: `+1415555${String(1_000 + (index % 200))}`,
        to_number: '+15559876543',
        duration: index % 300
      }
    })
  })
  if (!response.ok) throw new Error(`An event was answered with ${response.status}`)
}
