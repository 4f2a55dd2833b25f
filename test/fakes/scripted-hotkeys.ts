import type { Hotkey, HotkeyName, Hotkeys } from '../../src/shared/domain/hotkey.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import type { Answers } from './scripted-bridge.ts'

type Emit = <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void
type HotkeyAnswers = Pick<Answers, 'hotkeys:get-hotkeys' | 'hotkeys:set-mode'>

const hotkey = (name: HotkeyName, accelerator: string, change: Partial<Hotkey> = {}): Hotkey => ({
  name,
  accelerator,
  state: 'registered',
  lastPressedAtMs: null,
  ...change
})

/** The hotkeys of a fresh start, each with what `changes` says of it. */
export const hotkeysWith = (
  changes: Partial<Record<HotkeyName, Partial<Hotkey>>> = {},
  more: Partial<Omit<Hotkeys, 'hotkeys'>> = {}
): Hotkeys => ({
  hotkeys: [
    hotkey('dial', defaultSettings.dialHotkey, changes.dial),
    hotkey('popup', defaultSettings.popupHotkey, changes.popup),
    hotkey('app', defaultSettings.appHotkey, changes.app)
  ],
  mode: 'active',
  isUnproven: false,
  hasSelection: true,
  ...more
})

export function scriptedHotkeys(emit: Emit, initial = hotkeysWith()): HotkeyAnswers {
  let current = initial
  return {
    'hotkeys:get-hotkeys': () => current,
    'hotkeys:set-mode': ({ mode }) => {
      current = { ...current, mode }
      emit('hotkeys:hotkeys-changed', current)
      return current
    }
  }
}
