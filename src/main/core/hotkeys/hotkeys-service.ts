import type { Hotkey, HotkeyMode, HotkeyName, Hotkeys } from '../../../shared/domain/hotkey.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clipboard, Clock, GlobalShortcuts } from '../ports.ts'
import { registerOnce } from './register-once.ts'

type HotkeySettings = Pick<Settings, 'dialHotkey' | 'popupHotkey' | 'appHotkey'>

/** The keys that work while another program has the focus. */
export interface HotkeysService {
  readonly current: Pick<LiveValue<Hotkeys>, 'get' | 'watch'>
  /** Registers what the settings want, where that is not what they wanted before. */
  follow(settings: HotkeySettings): void
  /**
   * Any mode but `active` ends by itself after a minute. A mode in which hotkeys are registered asks the system once more for
   * those that it refused.
   */
  setMode(mode: HotkeyMode): Hotkeys
}

interface Dependencies {
  readonly shortcuts: GlobalShortcuts
  readonly clipboard: Pick<Clipboard, 'hasSelection'>
  readonly onPress: Readonly<Record<HotkeyName, () => void>>
  readonly clock: Clock
}

const longestModeMs = 60_000

export function createHotkeysService({ shortcuts, clipboard, onPress, clock }: Dependencies): HotkeysService {
  const current = createLiveValue<Hotkeys>({
    hotkeys: [],
    mode: 'active',
    isUnproven: shortcuts.isUnproven,
    hasSelection: clipboard.hasSelection
  })
  let cancelEnd = (): void => undefined

  function press(name: HotkeyName): void {
    const { hotkeys, mode } = current.get()
    const noted = hotkeys.map((hotkey) =>
      hotkey.name === name ? { ...hotkey, lastPressedAtMs: clock.nowMs() } : hotkey
    )
    current.set({ ...current.get(), hotkeys: noted })
    if (mode === 'active') onPress[name]()
  }

  /** `hotkeys` with what the system now says of them. */
  function registered(hotkeys: readonly Hotkey[]): readonly Hotkey[] {
    const states = registerOnce(
      shortcuts,
      hotkeys.map(({ name, accelerator }) => ({ accelerator, onPress: () => press(name) }))
    )
    return hotkeys.map((hotkey, index) => ({ ...hotkey, state: states[index] ?? 'unavailable' }))
  }

  function enter(mode: HotkeyMode): void {
    const { hotkeys, mode: previous } = current.get()
    if (mode === 'recording') shortcuts.register([])
    const isWorthAsking = previous === 'recording' || hotkeys.some(({ state }) => state === 'taken')
    current.set({
      ...current.get(),
      mode,
      hotkeys: mode !== 'recording' && isWorthAsking ? registered(hotkeys) : hotkeys
    })
  }

  return {
    current,
    follow(settings) {
      const before = current.get().hotkeys
      const wanted = wantedKeys(settings).map(({ name, accelerator }) => {
        const previous = before.find((hotkey) => hotkey.name === name)
        if (previous?.accelerator === accelerator) return previous
        return { name, accelerator, state: previous?.state ?? 'unavailable', lastPressedAtMs: null }
      })
      if (wanted.every((hotkey) => before.includes(hotkey))) return
      // While keys are recorded they stay the page's: what is wanted now is registered when that ends.
      const isRecording = current.get().mode === 'recording'
      current.set({ ...current.get(), hotkeys: isRecording ? wanted : registered(wanted) })
    },
    setMode(mode) {
      cancelEnd()
      enter(mode)
      cancelEnd = mode === 'active' ? () => undefined : clock.schedule(longestModeMs, () => enter('active'))
      return current.get()
    }
  }
}

const wantedKeys = ({ dialHotkey, popupHotkey, appHotkey }: HotkeySettings) =>
  [
    { name: 'dial', accelerator: dialHotkey },
    { name: 'popup', accelerator: popupHotkey },
    { name: 'app', accelerator: appHotkey }
  ] as const
