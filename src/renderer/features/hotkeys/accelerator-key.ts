/** What a key press tells of the key itself: its place on the keyboard, and what it types there. */
export interface PressedKey {
  readonly code: string
  readonly key: string
}

const namedKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  Tab: 'Tab',
  Enter: 'Return',
  Insert: 'Insert',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right'
}

/**
 * The key as Electron's accelerators name it; null for one that no hotkey can have here.
 *
 * Windows and X11 find a letter by what is printed on it, macOS by its place on an American keyboard; where the layout has no
 * Latin letters, all go by its place. Punctuation stands elsewhere on every layout and the number pad changes with Shift and Num
 * Lock, so that neither would be found again.
 */
export function acceleratorKey({ code, key }: PressedKey, isApple: boolean): string | null {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1]
  if (!isApple && /^[a-z]$/iu.test(key)) return key.toUpperCase()
  const digit = /^Digit(\d)$/u.exec(code)?.[1]
  return letter ?? digit ?? (isFunctionKey(code) ? code : (namedKeys[code] ?? null))
}

/** Whether it is one of F1 to F24, which need no other key beside them. */
export const isFunctionKey = (name: string): boolean => /^F(?:[1-9]|1\d|2[0-4])$/u.test(name)
