import type { HotkeyName, Hotkeys } from '../../../../shared/domain/hotkey.ts'

/** `works-here`: it came, but where a desktop may keep keys from programs that are not in front, and this one was. */
export type ProofOutcome = 'works' | 'works-here' | 'nothing'

/** What became known of a hotkey since it was to prove that it works; null while nothing is. */
export function proofOutcome(
  { name, pressedBeforeMs }: { readonly name: HotkeyName; readonly pressedBeforeMs: number | null },
  { hotkeys, isUnproven }: Pick<Hotkeys, 'hotkeys' | 'isUnproven'>,
  isInFront: boolean
): ProofOutcome | null {
  const pressedAtMs = hotkeys.find((hotkey) => hotkey.name === name)?.lastPressedAtMs ?? null
  if (pressedAtMs === null || pressedAtMs === pressedBeforeMs) return null
  return isUnproven && isInFront ? 'works-here' : 'works'
}
