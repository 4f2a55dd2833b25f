import { expect, test } from 'vitest'
import { createDirectory } from '../../../../src/main/core/contacts/index.ts'
import { createEntrances } from '../../../../src/main/core/entrances.ts'
import type { PastDial } from '../../../../src/main/core/intent.ts'
import { createLiveValue, createSignal } from '../../../../src/main/core/live-value.ts'
import type { HostAdapters } from '../../../../src/main/core/ports.ts'
import { defaultSettings, type Settings } from '../../../../src/shared/domain/settings.ts'
import { createManualClock, settled } from '../../../fakes/manual-clock.ts'
import { officeServices, recordingHost } from '../../../fakes/office-services.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'
import { textByKey } from '../../../fakes/text-by-key.ts'

const pastDial = (to: string): PastDial => ({
  kind: 'dial',
  id: to,
  createdAtMs: 0,
  to,
  fromExtension: '1001',
  callerId: null,
  isRecorded: false,
  isUnsure: false
})

/** Entrances on a host that takes hotkeys and holds two numbers, one copied, one selected. */
function opened(change: Partial<Settings> = {}, hasSelection = true) {
  const presses = new Map<string, () => void>()
  const recent: (readonly { readonly address: string; readonly label: string }[])[] = []
  const host: HostAdapters & { readonly asked: readonly string[] } = {
    ...recordingHost(),
    clipboard: {
      hasSelection,
      readText: () => Promise.resolve('+12125550101'),
      readSelection: () => Promise.resolve('+12125550102')
    },
    shortcuts: {
      isUnproven: false,
      register(shortcuts) {
        for (const { accelerator, onPress } of shortcuts) presses.set(accelerator, onPress)
        return shortcuts.map(() => 'registered')
      }
    },
    recentNumbers: { show: (entries) => void recent.push(entries) }
  }
  const { dialing, popup, drafts } = officeServices()
  const changed = createSignal<void>()
  const directory = createDirectory(textByKey)
  const settings = createLiveValue<Settings>({ ...defaultSettings, ...change })
  const past = [pastDial('+12125550199'), pastDial('1002')]
  const entrances = createEntrances({
    host,
    settings,
    dialing,
    history: {
      changed,
      load: () => Promise.resolve(),
      add: () => {},
      last: () => null,
      newest: (limit) => past.slice(0, limit)
    },
    directory,
    popup,
    drafts,
    newId: () => crypto.randomUUID(),
    clock: createManualClock(),
    log: createRecordingLog(),
    t: textByKey,
    aside: (work) => void work
  })
  entrances.hotkeys.follow(settings.get())
  return { entrances, host, presses, recent, changed, dialing, settings, directory }
}

const proposed = ({ dialing }: ReturnType<typeof opened>) => dialing.current.get()?.candidates[0]?.address

test('the dial hotkey proposes the copied number', async () => {
  const app = opened()
  app.presses.get(defaultSettings.dialHotkey)?.()
  await settled()
  expect(proposed(app)).toBe('+12125550101')
  expect(app.dialing.current.get()).toMatchObject({ source: 'hotkey' })
})

test('the dial hotkey proposes the selected number where the user wants that', async () => {
  const app = opened({ hotkeyReads: 'selection' })
  app.presses.get(defaultSettings.dialHotkey)?.()
  await settled()
  expect(proposed(app)).toBe('+12125550102')
})

test('where the system keeps no selection the copied number is read all the same', async () => {
  const app = opened({ hotkeyReads: 'selection' }, false)
  app.presses.get(defaultSettings.dialHotkey)?.()
  await settled()
  expect(proposed(app)).toBe('+12125550101')
})

test('another hotkey shows the app, and one does nothing where no caller is shown', () => {
  const { presses, host } = opened()
  presses.get(defaultSettings.popupHotkey)?.()
  expect(host.asked).not.toContain('mainWindow.show')
  presses.get(defaultSettings.appHotkey)?.()
  expect(host.asked).toContain('mainWindow.show')
})

test('whom one called last is told to pages and to the system, by name where there is one', () => {
  const { changed, recent, host, directory } = opened()
  directory.setColleagues(new Map([['1002', 'Ben Okafor']]))
  changed.emit()
  expect(host.asked).toContain('publish dialing:suggestions-changed')
  expect(recent.at(-1)).toEqual([
    { address: '+12125550199', label: '+1\u00a0212\u00a0555\u00a00199' },
    { address: '1002', label: 'Ben Okafor · 1002' }
  ])
})

test('favourites are suggested beside them', () => {
  const { entrances } = opened({ favouriteNumbers: ['+15551234567'] })
  expect(entrances.suggestions()).toMatchObject({
    recent: [{ address: '+12125550199' }, { address: '1002' }],
    favourites: [{ address: '+15551234567' }]
  })
})
