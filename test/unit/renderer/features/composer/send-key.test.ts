import { expect, it } from 'vitest'
import { actOfKey } from '../../../../../src/renderer/features/composer/send-key.ts'

const enter = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false
}

it.each([
  ['Enter', {}, 'send', null],
  ['Ctrl+Enter', { ctrlKey: true }, 'new-line', 'send'],
  ['Cmd+Enter', { metaKey: true }, 'new-line', 'send'],
  ['Shift+Enter', { shiftKey: true }, null, null],
  ['Alt+Enter', { altKey: true }, null, null],
  ['the Enter of an input method', { isComposing: true }, null, null],
  ['Ctrl+Enter of an input method', { isComposing: true, ctrlKey: true }, null, null],
  ['a letter', { key: 'a' }, null, null]
] as const)('%s', (_name, press, byEnter, byModEnter) => {
  expect(actOfKey({ ...enter, ...press }, 'enter')).toBe(byEnter)
  expect(actOfKey({ ...enter, ...press }, 'mod-enter')).toBe(byModEnter)
})
