import { expect, test } from 'vitest'
import { showKeys } from '../../../../../src/renderer/features/hotkeys/show-keys.ts'

test.each([
  ['CommandOrControl+Shift+D', '⌘⇧D', 'Ctrl+Shift+D'],
  ['Control+Alt+Up', '⌃⌥↑', 'Ctrl+Alt+Up'],
  ['Alt+Return', '⌥↩', 'Alt+Enter'],
  ['CommandOrControl+PageUp', '⌘PageUp', 'Ctrl+Page Up'],
  ['Super+F5', '⌘F5', 'Win+F5'],
  ['F13', 'F13', 'F13'],
  ['Nothing known', 'Nothing known', 'Nothing known']
])('%s is %s on a Mac and %s elsewhere', (accelerator, onApple, elsewhere) => {
  expect(showKeys(accelerator, true)).toBe(onApple)
  expect(showKeys(accelerator, false)).toBe(elsewhere)
})
