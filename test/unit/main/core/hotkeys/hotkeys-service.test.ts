import { expect, test } from 'vitest'
import { createHotkeysService } from '../../../../../src/main/core/hotkeys/index.ts'
import type { GlobalShortcuts } from '../../../../../src/main/core/ports.ts'
import type { Hotkey, Hotkeys } from '../../../../../src/shared/domain/hotkey.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'

const settings = { dialHotkey: 'Ctrl+D', popupHotkey: 'Ctrl+Y', appHotkey: 'Ctrl+U' }

/** A system that gives what is asked for, but for what `refused` says. */
function office(refused: Readonly<Record<string, Hotkey['state']>> = {}) {
  const clock = createManualClock()
  const refusals = { ...refused }
  const asked: (readonly string[])[] = []
  const done: string[] = []
  const told: Hotkeys[] = []
  let shortcuts: Parameters<GlobalShortcuts['register']>[0] = []
  const service = createHotkeysService({
    shortcuts: {
      isUnproven: true,
      register(wanted) {
        asked.push(wanted.map(({ accelerator }) => accelerator))
        const states = wanted.map(({ accelerator }) => refusals[accelerator] ?? 'registered')
        shortcuts = wanted.filter((_, index) => states[index] === 'registered')
        return states
      }
    },
    clipboard: { hasSelection: true },
    onPress: {
      dial: () => void done.push('dial'),
      popup: () => void done.push('popup'),
      app: () => void done.push('app')
    },
    clock
  })
  service.current.watch((current) => told.push(current))
  return {
    service,
    clock,
    asked,
    done,
    told,
    /** The keys are pressed: nothing happens where the system did not give them. */
    press: (accelerator: string) => shortcuts.find((it) => it.accelerator === accelerator)?.onPress(),
    /** The program that held the keys quits. */
    letGo: (accelerator: string) => void delete refusals[accelerator],
    states: () => service.current.get().hotkeys.map(({ state }) => state),
    pressedAt: () => service.current.get().hotkeys.map(({ lastPressedAtMs }) => lastPressedAtMs)
  }
}

test('each key does what it is for; what the host knows of itself is passed on', () => {
  const { service, press, done } = office()
  service.follow(settings)
  for (const accelerator of ['Ctrl+D', 'Ctrl+Y', 'Ctrl+U']) press(accelerator)
  expect(done).toEqual(['dial', 'popup', 'app'])
  expect(service.current.get()).toMatchObject({ mode: 'active', isUnproven: true, hasSelection: true })
})

test('what the system says of each is told', () => {
  const { service, states, told } = office({
    'Ctrl+D': 'taken',
    'Ctrl+Y': 'invalid',
    'Ctrl+U': 'unavailable'
  })
  service.follow(settings)
  expect(states()).toEqual(['taken', 'invalid', 'unavailable'])
  expect(told).toEqual([service.current.get()])
})

test('a changed key takes effect at once; another changed setting registers nothing', () => {
  const { service, asked, press, pressedAt, clock } = office()
  service.follow(settings)
  press('Ctrl+D')
  press('Ctrl+Y')
  service.follow({ ...settings })
  service.follow({ ...settings, dialHotkey: 'Ctrl+E' })
  expect(asked).toEqual([
    ['Ctrl+D', 'Ctrl+Y', 'Ctrl+U'],
    ['Ctrl+E', 'Ctrl+Y', 'Ctrl+U']
  ])
  // What the other keys were seen to do still holds; the new ones have proved nothing yet.
  expect(pressedAt()).toEqual([null, clock.nowMs(), null])
})

test('of two with the same keys, however written, the second is told that they are taken', () => {
  const { service, states, asked, press, done } = office()
  service.follow({
    dialHotkey: 'CommandOrControl+Shift+D',
    popupHotkey: 'shift+CmdOrCtrl+d',
    appHotkey: 'Ctrl+U'
  })
  expect(states()).toEqual(['registered', 'taken', 'registered'])
  expect(asked).toEqual([['CommandOrControl+Shift+D', 'Ctrl+U']])
  press('CommandOrControl+Shift+D')
  press('Ctrl+U')
  expect(done).toEqual(['dial', 'app'])
})

test('two with the same keys are both refused for what the keys are', () => {
  const { service, states } = office({ 'Ctrl+D': 'invalid' })
  service.follow({ ...settings, appHotkey: 'Ctrl+D' })
  expect(states()).toEqual(['invalid', 'registered', 'invalid'])
})

test.each(['D', 'Shift+D', 'Nothing+D', 'Ctrl+', 'Ctrl', 'Ctrl+D+E', '', 'Shift+Space'])(
  '“%s” is taken from nobody: the system never hears of it',
  (dialHotkey) => {
    const { service, states, asked } = office()
    service.follow({ ...settings, dialHotkey })
    expect(states()).toEqual(['invalid', 'registered', 'registered'])
    expect(asked).toEqual([['Ctrl+Y', 'Ctrl+U']])
  }
)

test.each(['F8', 'Shift+F8', 'Alt+D', 'Command+Shift+Space', 'CommandOrControl+Plus'])(
  '“%s” can be had',
  (dialHotkey) => {
    const { service, states } = office()
    service.follow({ ...settings, dialHotkey })
    expect(states()).toEqual(['registered', 'registered', 'registered'])
  }
)

test('a press is noted while active too, and told', async () => {
  const { service, press, pressedAt, told, clock } = office()
  service.follow(settings)
  await clock.advance(5_000)
  press('Ctrl+U')
  expect(pressedAt()).toEqual([null, null, clock.nowMs()])
  expect(told.at(-1)).toBe(service.current.get())
})

test('while proving, a press is noted and does nothing else', () => {
  const { service, press, done, pressedAt, clock } = office()
  service.follow(settings)
  expect(service.setMode('proving').mode).toBe('proving')
  press('Ctrl+D')
  expect(done).toEqual([])
  expect(pressedAt()).toEqual([clock.nowMs(), null, null])
  service.setMode('active')
  press('Ctrl+D')
  expect(done).toEqual(['dial'])
})

test('while recording, no hotkey is registered; afterwards all are, the changed ones anew', () => {
  const { service, press, done, asked } = office()
  service.follow(settings)
  service.setMode('recording')
  expect(asked.at(-1)).toEqual([])
  service.follow({ ...settings, dialHotkey: 'Ctrl+E' })
  expect(asked.at(-1)).toEqual([])
  press('Ctrl+E')
  expect(done).toEqual([])
  service.setMode('active')
  expect(asked.at(-1)).toEqual(['Ctrl+E', 'Ctrl+Y', 'Ctrl+U'])
  press('Ctrl+E')
  expect(done).toEqual(['dial'])
})

test.each(['recording', 'proving'] as const)('%s ends by itself after a minute', async (mode) => {
  const { service, clock, press, done, told } = office()
  service.follow(settings)
  service.setMode(mode)
  await clock.advance(59_999)
  expect(service.current.get().mode).toBe(mode)
  await clock.advance(1)
  expect(told.at(-1)?.mode).toBe('active')
  press('Ctrl+D')
  expect(done).toEqual(['dial'])
})

test('a mode set later has its own minute, and none is left over from one that was ended', async () => {
  const { service, clock } = office()
  service.follow(settings)
  service.setMode('recording')
  await clock.advance(40_000)
  service.setMode('active')
  service.setMode('proving')
  await clock.advance(59_999)
  expect(service.current.get().mode).toBe('proving')
})

test('keys that were taken are asked for again when a page sets a mode; keys that were given are left alone', () => {
  const { service, asked, states, letGo } = office({ 'Ctrl+D': 'taken' })
  service.follow(settings)
  letGo('Ctrl+D')
  service.setMode('proving')
  expect(states()).toEqual(['registered', 'registered', 'registered'])
  expect(asked).toHaveLength(2)
  service.setMode('active')
  expect(asked).toHaveLength(2)
})
