import type { Host } from '../../shared/domain/session.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { Hotkeys } from './ports.ts'

type HotkeySettings = Pick<Settings, 'dialHotkey' | 'popupHotkey'>
type Registered = Pick<Host, 'hotkey' | 'popupHotkey'>

interface Dependencies {
  readonly hotkeys: Hotkeys
  readonly onDial: () => void
  readonly onPopup: () => void
}

/** The keys that work while another program has the focus; each is null as long as the system does not give it. */
export function createRegisteredHotkeys({ hotkeys, onDial, onPopup }: Dependencies) {
  let wanted: HotkeySettings | null = null
  let registered: Registered = { hotkey: null, popupHotkey: null }
  return {
    current: (): Registered => registered,
    /** Registers what the settings want, where that is not what they wanted before. */
    follow({ dialHotkey, popupHotkey }: HotkeySettings): void {
      if (wanted?.dialHotkey === dialHotkey && wanted.popupHotkey === popupHotkey) return
      wanted = { dialHotkey, popupHotkey }
      const [isDialThere, isPopupThere] = hotkeys.register([
        { accelerator: dialHotkey, onPress: onDial },
        { accelerator: popupHotkey, onPress: onPopup }
      ])
      registered = {
        hotkey: isDialThere === true ? dialHotkey : null,
        popupHotkey: isPopupThere === true ? popupHotkey : null
      }
    }
  }
}
