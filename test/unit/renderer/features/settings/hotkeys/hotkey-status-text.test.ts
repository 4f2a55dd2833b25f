import { beforeAll, expect, it, test } from 'vitest'
import { hotkeyStatus } from '../../../../../../src/renderer/features/settings/hotkeys/hotkey-status-text.ts'
import { startText } from '../../../../../../src/renderer/text/text.ts'
import type { Hotkey } from '../../../../../../src/shared/domain/hotkey.ts'

beforeAll(startText)

const dial: Hotkey = {
  name: 'dial',
  accelerator: 'CommandOrControl+Shift+D',
  state: 'registered',
  lastPressedAtMs: null
}
const app = { ...dial, name: 'app', accelerator: 'F8', label: 'Show this app' } as const
const situation = {
  hotkey: dial,
  others: [app],
  isUnproven: false,
  problem: null,
  trial: null,
  outcome: null,
  keys: 'Ctrl+Shift+D',
  defaultKeys: 'Ctrl+Shift+D'
}

it('says nothing of a hotkey that was not tried', () => {
  expect(hotkeyStatus(situation)).toEqual({ kind: 'plain', text: '' })
})

test.each([
  ['works', false, 'good', 'It works.'],
  ['nothing', false, 'bad', 'another program may take it'],
  ['nothing', true, 'bad', 'Wayland'],
  ['works-here', true, 'bad', 'try it from there']
] as const)('of a proof that came to “%s”, where unproven is %s', (outcome, isUnproven, kind, words) => {
  const status = hotkeyStatus({ ...situation, outcome, isUnproven })
  expect(status.kind).toBe(kind)
  expect(status.text).toContain(words)
})

test.each([
  [{ state: 'taken' as const }, false, 'Another program has these keys'],
  [{ state: 'taken' as const }, true, 'Wayland'],
  [{ state: 'taken' as const, accelerator: 'F8' }, false, '“Show this app” has these keys already'],
  [{ state: 'invalid' as const }, false, 'no keys that a hotkey can have']
])('of one that is not registered: %o', (change, isUnproven, words) => {
  const status = hotkeyStatus({ ...situation, hotkey: { ...dial, ...change }, isUnproven, outcome: 'works' })
  expect(status.kind).toBe('bad')
  expect(status.text).toContain(words)
})

it('does not blame a hotkey that did not get the keys itself', () => {
  const others = [{ ...app, accelerator: dial.accelerator, state: 'taken' as const }]
  const status = hotkeyStatus({ ...situation, hotkey: { ...dial, state: 'taken' }, others })
  expect(status.text).toContain('Another program')
})

test('what is being done comes before what is known', () => {
  const taken = { ...situation, hotkey: { ...dial, state: 'taken' as const } }
  expect(hotkeyStatus({ ...taken, trial: 'recording' }).text).toContain('Esc cancels')
  expect(hotkeyStatus({ ...taken, trial: 'recording', problem: 'No.' })).toEqual({ kind: 'bad', text: 'No.' })
  expect(hotkeyStatus({ ...situation, trial: 'proving' }).text).toContain('Press Ctrl+Shift+D.')
  expect(hotkeyStatus({ ...situation, trial: 'proving', isUnproven: true }).text).toContain('another program')
})
