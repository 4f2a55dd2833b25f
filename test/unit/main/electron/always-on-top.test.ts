import { expect, test } from 'vitest'
import { hasAlwaysOnTop } from '../../../../src/main/electron/always-on-top.ts'

test.each([
  ['win32', {}, '', true],
  ['darwin', {}, '', true],
  ['linux', {}, '', true],
  ['linux', { XDG_SESSION_TYPE: 'x11' }, '', true],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, '', false],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, 'auto', false],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, 'x11', true],
  ['linux', { XDG_SESSION_TYPE: 'x11' }, 'wayland', false]
] as const)('on %s with %o, through “%s”: %o', (platform, env, ozonePlatform, expected) => {
  expect(hasAlwaysOnTop(platform, env, ozonePlatform)).toBe(expected)
})
