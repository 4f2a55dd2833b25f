import { acceleratorKey, isFunctionKey, type PressedKey } from './accelerator-key.ts'
import { type HeldKeys, modifiersOf } from './modifiers.ts'
import { type KeysOwner, ownerOf } from './reserved-keys.ts'

export interface KeyPress extends PressedKey, HeldKeys {
  /** Whether AltGr is held, which Windows gives as Ctrl and Alt. */
  readonly isAltGraphHeld: boolean
}

/** Why keys cannot become a hotkey. */
export type Refusal = 'no-modifier' | 'unknown-key' | 'types-character' | 'windows-key' | KeysOwner

/** What a press means to the recorder: nothing of it before a key is pressed that is more than held. */
export type PressMeaning =
  | { readonly kind: 'held' | 'cancel' | 'default' | 'move-on' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly accelerator: string | null }
  | { readonly kind: 'recorded'; readonly accelerator: string }

const heldKeys = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS'])
const ownKeys: Readonly<Record<string, 'cancel' | 'default' | 'move-on'>> = {
  Escape: 'cancel',
  Backspace: 'default',
  Tab: 'move-on'
}

/** Reads a press into Electron's accelerator, e.g. "CommandOrControl+Shift+D"; Tab alone still moves the focus on. */
export function readPress(press: KeyPress, isApple: boolean): PressMeaning {
  if (heldKeys.has(press.key)) return { kind: 'held' }
  const own = ownKeys[press.code]
  const hasMain = press.ctrlKey || press.altKey || press.metaKey
  if (own && !hasMain) return { kind: own }

  const refused = (refusal: Refusal, accelerator: string | null = null): PressMeaning => ({
    kind: 'refused',
    refusal,
    accelerator
  })
  if (press.isAltGraphHeld) return refused('types-character')
  if (press.metaKey && !isApple) return refused('windows-key')
  const key = acceleratorKey(press, isApple)
  if (key === null) return refused('unknown-key')
  if (!hasMain && !isFunctionKey(key)) return refused('no-modifier')
  const accelerator = [...modifiersOf(press, isApple), key].join('+')
  const owner = ownerOf(accelerator, isApple)
  return owner === null ? { kind: 'recorded', accelerator } : refused(owner, accelerator)
}
