import { describe, expect, it } from 'vitest'
import { isGranted, isLoadable } from '../../../../src/main/electron/guard-session.ts'

describe('isLoadable', () => {
  it.each([
    ['app://v360/assets/index.js', true],
    ['app://v360.example/index.js', false],
    ['app://other/index.js', false],
    ['https://example.com/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/bundled/index.js', false]
  ])('says of %s: %s', (url, expected) => {
    expect(isLoadable(url, true)).toBe(expected)
  })

  it('lets developers have their tools', () => {
    expect(isLoadable('devtools://devtools/bundled/index.js', false)).toBe(true)
  })
})

describe('isGranted', () => {
  it.each([
    ['clipboard-sanitized-write', true, 'app://v360', true],
    ['clipboard-sanitized-write', true, 'app://v360/index.html', true],
    ['clipboard-sanitized-write', false, 'app://v360/', false],
    ['clipboard-sanitized-write', true, 'app://v360.example', false],
    ['clipboard-sanitized-write', true, 'https://v360', false],
    ['clipboard-read', true, 'app://v360', false],
    ['media', true, 'app://v360', false]
  ])('answers %s, main frame %s, of %s: %s', (permission, isMainFrame, url, expected) => {
    expect(isGranted(permission, isMainFrame, url)).toBe(expected)
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'hid',
    'serial',
    'usb',
    'display-capture',
    'fullscreen',
    'pointerLock',
    'keyboardLock',
    'openExternal',
    'idle-detection',
    'window-management',
    'storage-access',
    'fileSystem',
    'speaker-selection',
    'unknown'
  ])('grants no %s', (permission) => {
    expect(isGranted(permission, true, 'app://v360')).toBe(false)
  })
})
