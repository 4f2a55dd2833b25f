import { beforeEach, describe, expect, test } from 'vitest'
import { createLiveValue, type LiveValue } from '../../../../../src/main/core/live-value.ts'
import type { UpdateAnswer } from '../../../../../src/main/core/ports.ts'
import {
  createUpdatesService,
  type UpdatesService
} from '../../../../../src/main/core/updates/updates-service.ts'
import { defaultSettings, type Settings } from '../../../../../src/shared/domain/settings.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { found, type ScriptedUpdater, scriptedUpdater, troubled } from '../../../../fakes/scripted-updater.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

let clock: ManualClock
let updater: ScriptedUpdater
let settings: LiveValue<Settings>
let isBusy: LiveValue<boolean>
let updates: UpdatesService

const open = (change: Partial<Settings> = {}) => {
  settings = createLiveValue({ ...defaultSettings, ...change })
  updates = createUpdatesService({
    updater,
    settings,
    isBusy,
    clock,
    log: createRecordingLog(),
    t: textByKey,
    random: () => 0.5
  })
  updates.start()
}
const state = () => updates.current.get().state
const choose = (change: Partial<Settings>) => settings.set({ ...settings.get(), ...change })

beforeEach(() => {
  clock = createManualClock()
  updater = scriptedUpdater()
  isBusy = createLiveValue(false)
})

describe('by itself', () => {
  test('it looks soon after the start and then every six hours', async () => {
    open()
    await clock.advance(29_000)
    expect(updater.asked).toEqual([])
    await clock.advance(1_000)
    expect(updater.asked).toEqual(['check latest'])
    expect(updates.current.get()).toMatchObject({ state: { kind: 'idle' }, checkedAtMs: clock.nowMs() })
    await clock.advance(12 * hourMs)
    expect(updater.asked).toHaveLength(3)
  })

  test('it fetches what it finds, and that is put in when the app ends', async () => {
    updater.finds = found('2.0.0')
    open()
    await clock.advance(minuteMs)
    expect(updater.asked).toEqual(['check latest', 'download'])
    expect(state()).toEqual({ kind: 'ready', version: '2.0.0' })
    expect(updater.isInstallOnQuitWanted).toBe(true)
    await clock.advance(24 * hourMs)
    expect(updater.asked).toEqual(['check latest', 'download'])
  })

  test('it tells how far the download is', async () => {
    const download = Promise.withResolvers<UpdateAnswer<null>>()
    updater.finds = found('2.0.0')
    updater.fetches = download.promise
    open()
    await clock.advance(minuteMs)
    updater.progress(0.25)
    expect(state()).toEqual({ kind: 'downloading', version: '2.0.0', fraction: 0.25 })
    expect(updater.isInstallOnQuitWanted).toBe(false)
  })

  test('where the user is to be asked, it only says that there is one', async () => {
    updater.finds = found('2.0.0')
    open({ updates: 'ask' })
    await clock.advance(minuteMs)
    expect(updater.asked).toEqual(['check latest'])
    expect(state()).toEqual({ kind: 'available', version: '2.0.0' })
    updates.downloadNow()
    await settled()
    expect(state().kind).toBe('ready')
  })
})

describe('during a call', () => {
  test('it does not look, and looks soon after', async () => {
    open()
    isBusy.set(true)
    await clock.advance(2 * hourMs)
    expect(updater.asked).toEqual([])
    isBusy.set(false)
    await clock.advance(minuteMs)
    expect(updater.asked).toEqual(['check latest'])
  })

  test('an end of the app puts nothing in', async () => {
    updater.finds = found('2.0.0')
    open()
    await clock.advance(minuteMs)
    isBusy.set(true)
    expect(updater.isInstallOnQuitWanted).toBe(false)
    isBusy.set(false)
    expect(updater.isInstallOnQuitWanted).toBe(true)
  })

  test('the user’s word waits until it is over, and is quiet for a while', async () => {
    updater.finds = found('2.0.0')
    open()
    await clock.advance(minuteMs)
    isBusy.set(true)
    expect(updates.installNow().state.kind).toBe('waiting')
    await clock.advance(hourMs)
    isBusy.set(false)
    await clock.advance(10_000)
    isBusy.set(true)
    await clock.advance(hourMs)
    expect(updater.asked).not.toContain('install')
    isBusy.set(false)
    await clock.advance(19_000)
    expect(updater.asked).not.toContain('install')
    await clock.advance(1_000)
    expect(updater.asked).toContain('install')
    expect(state().kind).toBe('installing')
  })

  test('without one the word counts at once', async () => {
    updater.finds = found('2.0.0')
    open()
    await clock.advance(minuteMs)
    expect(updates.installNow().state.kind).toBe('installing')
    expect(updater.asked.at(-1)).toBe('install')
  })
})

describe('what does not succeed', () => {
  test('is said, and tried again after longer and longer, at most six hours', async () => {
    updater.finds = troubled('unreachable')
    open()
    await clock.advance(30_000)
    expect(updates.current.get()).toMatchObject({ state: { kind: 'idle' }, problem: 'updates.unreachable' })
    const after = async (waitMs: number) => {
      const before = updater.asked.length
      await clock.advance(waitMs)
      return updater.asked.length - before
    }
    for (const waitMs of [5, 10, 20, 40, 80, 160, 320].map((minutes) => minutes * minuteMs)) {
      expect(await after(waitMs - 1)).toBe(0)
      expect(await after(1)).toBe(1)
    }
    expect(await after(6 * hourMs - 1)).toBe(0)
    expect(await after(1)).toBe(1)
    updater.finds = found(null)
    await clock.advance(6 * hourMs)
    expect(updates.current.get().problem).toBeNull()
  })

  test('a download that is not what was published is not put in, and is found again', async () => {
    updater.finds = found('2.0.0')
    updater.fetches = troubled('notGenuine')
    open()
    await clock.advance(minuteMs)
    expect(updates.current.get()).toMatchObject({
      state: { kind: 'available', version: '2.0.0' },
      problem: 'updates.notGenuine'
    })
    expect(updater.isInstallOnQuitWanted).toBe(false)
    updater.fetches = { ok: true, value: null }
    await clock.advance(6 * minuteMs)
    expect(state().kind).toBe('ready')
  })
})

describe('turned off', () => {
  test('it does nothing, whoever asks', async () => {
    open({ updates: 'off' })
    updates.checkNow()
    updates.downloadNow()
    updates.installNow()
    await clock.advance(48 * hourMs)
    expect(updater.asked).toEqual([])
  })

  test('where the host has no updates, neither', async () => {
    updater = scriptedUpdater('no-feed')
    open()
    updates.checkNow()
    await clock.advance(48 * hourMs)
    expect(updater.asked).toEqual([])
    expect(updates.current.get().unavailable).toBe('no-feed')
  })

  test('later, what was fetched is not put in', async () => {
    updater.finds = found('2.0.0')
    open()
    await clock.advance(minuteMs)
    choose({ updates: 'off' })
    expect(state().kind).toBe('idle')
    expect(updater.isInstallOnQuitWanted).toBe(false)
    await clock.advance(24 * hourMs)
    expect(updater.asked).toEqual(['check latest', 'download'])
  })

  test('what is found meanwhile is left', async () => {
    const check = Promise.withResolvers<UpdateAnswer<string | null>>()
    updater.finds = check.promise
    open()
    await clock.advance(minuteMs)
    choose({ updates: 'off' })
    check.resolve(found('2.0.0'))
    await settled()
    expect(state().kind).toBe('idle')
    expect(updater.asked).toEqual(['check latest'])
  })

  test('and on again, it looks', async () => {
    open({ updates: 'off' })
    choose({ updates: 'automatic' })
    await clock.advance(0)
    expect(updater.asked).toEqual(['check latest'])
  })
})

test('another channel is looked at at once, and what was found in the other is left', async () => {
  updater.finds = found('2.0.0')
  open()
  await clock.advance(minuteMs)
  updater.finds = found('2.1.0-beta.1')
  choose({ updateChannel: 'beta' })
  expect(state().kind).toBe('idle')
  await clock.advance(0)
  expect(updater.asked).toEqual(['check latest', 'download', 'check beta', 'download'])
  expect(state()).toEqual({ kind: 'ready', version: '2.1.0-beta.1' })
})

test('one that is stopped does nothing more, and the next forgets what it wished', async () => {
  updater.finds = found('2.0.0')
  open()
  await clock.advance(minuteMs)
  updates.stop()
  await clock.advance(48 * hourMs)
  expect(updater.asked).toEqual(['check latest', 'download'])
  open()
  expect(updater.isInstallOnQuitWanted).toBe(false)
})
