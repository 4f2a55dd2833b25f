import { expect, it, vi } from 'vitest'
import { freePath } from '../../../../src/main/electron/keep-exports.ts'

vi.mock('electron', () => ({ app: {} }))

it.each([
  [[], 'calls.csv', '/home/ada/calls.csv'],
  [['/home/ada/calls.csv'], 'calls.csv', '/home/ada/calls (1).csv'],
  [['/home/ada/calls.csv', '/home/ada/calls (1).csv'], 'calls.csv', '/home/ada/calls (2).csv'],
  [[], '../../etc/passwd', '/home/ada/passwd']
])('with %j there, %s is saved as %s', (taken, name, expected) => {
  expect(freePath('/home/ada', name, (path) => taken.includes(path))).toBe(expected)
})
