const namesOfOne: Readonly<Record<string, string>> = {
  cmdorctrl: 'commandorcontrol',
  cmd: 'command',
  ctrl: 'control',
  option: 'alt',
  meta: 'super',
  enter: 'return',
  esc: 'escape'
}
const mainModifiers = new Set(['commandorcontrol', 'command', 'control', 'alt', 'super'])
const functionKey = /^f\d+$/u

/** The keys of an accelerator by one name each and in one order: Electron minds neither order nor case. */
export const acceleratorNames = (accelerator: string): readonly string[] =>
  accelerator
    .toLowerCase()
    .split('+')
    .map((name) => namesOfOne[name] ?? name)
    .toSorted((one, other) => one.localeCompare(other))

/**
 * Whether these keys can be taken from all programs: one key that nobody types text with. Electron overlooks names that it does
 * not know, and would take the D of "Nothing+D" from everyone who writes one.
 */
export function isTakeable(names: readonly string[]): boolean {
  const [key, ...more] = names.filter((name) => name !== 'shift' && !mainModifiers.has(name))
  if (!key || more.length > 0) return false
  return functionKey.test(key) || names.some((name) => mainModifiers.has(name))
}
