import { describe, expect, it, test } from 'vitest'
import { actOfKey, type KeyTarget } from '../../../../../src/renderer/features/dialing/act-of-key.ts'

const press = (key: string, change: { repeat?: boolean; isComposing?: boolean } = {}) => ({
  key,
  repeat: false,
  isComposing: false,
  ...change
})
const targets: readonly KeyTarget[] = ['button', 'radio', 'select', 'nothing']

describe('Enter', () => {
  it('confirms, except where a button or a select takes it', () => {
    expect(targets.map((target) => actOfKey(press('Enter'), target))).toEqual([
      null,
      'confirm',
      null,
      'confirm'
    ])
  })

  test.each(targets)('held down does nothing, not even to a %s', (target) => {
    expect(actOfKey(press('Enter', { repeat: true }), target)).toBe('nothing')
  })

  test.each(targets)('that ends a composition does nothing, not even to a %s', (target) => {
    expect(actOfKey(press('Enter', { isComposing: true }), target)).toBe('nothing')
  })
})

it('Escape cancels once, however long it is held', () => {
  expect(targets.map((target) => actOfKey(press('Escape'), target))).toEqual(targets.map(() => 'cancel'))
  expect(actOfKey(press('Escape', { repeat: true }), 'nothing')).toBeNull()
  expect(actOfKey(press('Escape', { isComposing: true }), 'nothing')).toBeNull()
})

it('the arrows choose, held down too, except where a list has arrows of its own', () => {
  expect(targets.map((target) => actOfKey(press('ArrowDown'), target))).toEqual(['next', null, null, 'next'])
  expect(actOfKey(press('ArrowUp', { repeat: true }), 'button')).toBe('previous')
})

it('other keys are left alone', () => {
  for (const key of ['Tab', ' ', 'a', 'ArrowLeft']) expect(actOfKey(press(key), 'button')).toBeNull()
})
