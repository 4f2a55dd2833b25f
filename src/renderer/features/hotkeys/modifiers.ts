/** The keys that are held while another is pressed. */
export interface HeldKeys {
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/**
 * The held keys as Electron's accelerators name them, in one order. The key that most hotkeys begin with, Command on a Mac and
 * Ctrl elsewhere, has one name, so that a setting means the same on every system.
 */
export function modifiersOf(
  { ctrlKey, altKey, shiftKey, metaKey }: HeldKeys,
  isApple: boolean
): readonly string[] {
  const names: readonly (readonly [isHeld: boolean, name: string])[] = [
    [isApple ? metaKey : ctrlKey, 'CommandOrControl'],
    [isApple && ctrlKey, 'Control'],
    [altKey, 'Alt'],
    [shiftKey, 'Shift'],
    [!isApple && metaKey, 'Super']
  ]
  return names.filter(([isHeld]) => isHeld).map(([, name]) => name)
}
