import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type KeyPress, readPress } from '../../../../../src/renderer/features/hotkeys/read-press.ts'
import { showKeys } from '../../../../../src/renderer/features/hotkeys/show-keys.ts'

const pressed = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key: code.replace(/^(?:Key|Digit)/u, ''),
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isAltGraphHeld: false,
  ...held
})
const ctrlShift = { ctrlKey: true, shiftKey: true }
const recorded = (accelerator: string) => ({ kind: 'recorded', accelerator })
const refused = (refusal: string, accelerator: string | null = null) => ({
  kind: 'refused',
  refusal,
  accelerator
})

describe('what is recorded', () => {
  test.each([
    ['KeyD', ctrlShift, 'CommandOrControl+Shift+D'],
    ['KeyD', { altKey: true }, 'Alt+D'],
    ['KeyD', { ctrlKey: true, altKey: true, shiftKey: true }, 'CommandOrControl+Alt+Shift+D'],
    ['Digit1', { ...ctrlShift, key: '!' }, 'CommandOrControl+Shift+1'],
    ['ArrowUp', { ctrlKey: true }, 'CommandOrControl+Up'],
    ['PageDown', { ctrlKey: true }, 'CommandOrControl+PageDown'],
    ['Space', { ...ctrlShift, key: ' ' }, 'CommandOrControl+Shift+Space'],
    ['F8', {}, 'F8'],
    ['F24', { shiftKey: true }, 'Shift+F24']
  ])('%s with %o is %s', (code, held, accelerator) => {
    expect(readPress(pressed(code, held), false)).toEqual(recorded(accelerator))
  })

  it('names Command and Control of a Mac apart', () => {
    const meta = { metaKey: true, shiftKey: true }
    expect(readPress(pressed('KeyD', meta), true)).toEqual(recorded('CommandOrControl+Shift+D'))
    expect(readPress(pressed('KeyD', ctrlShift), true)).toEqual(recorded('Control+Shift+D'))
    expect(readPress(pressed('KeyD', { ...meta, ctrlKey: true }), true)).toEqual(
      recorded('CommandOrControl+Control+Shift+D')
    )
  })
})

describe('layouts', () => {
  it('takes the letter that is printed on the key, as Windows and X11 do', () => {
    expect(readPress(pressed('KeyZ', { ...ctrlShift, key: 'Y' }), false)).toEqual(
      recorded('CommandOrControl+Shift+Y')
    )
    expect(readPress(pressed('KeyQ', { ...ctrlShift, key: 'A' }), false)).toEqual(
      recorded('CommandOrControl+Shift+A')
    )
    expect(readPress(pressed('Semicolon', { ...ctrlShift, key: 'M' }), false)).toEqual(
      recorded('CommandOrControl+Shift+M')
    )
  })

  it('takes the place of the key on a Mac, where Option changes what it types', () => {
    expect(readPress(pressed('KeyD', { altKey: true, key: '∂' }), true)).toEqual(recorded('Alt+D'))
    expect(readPress(pressed('KeyQ', { metaKey: true, shiftKey: true, key: 'a' }), true)).toEqual(
      recorded('CommandOrControl+Shift+Q')
    )
  })

  it('takes the place of the key where it types no Latin letter', () => {
    expect(readPress(pressed('KeyD', { ...ctrlShift, key: 'В' }), false)).toEqual(
      recorded('CommandOrControl+Shift+D')
    )
  })

  test.each(['Minus', 'Quote', 'Numpad1', 'NumpadAdd', 'ContextMenu', 'Backspace', 'Escape', 'F25'])(
    '%s is no key for a hotkey',
    (code) => {
      expect(readPress(pressed(code, { ctrlKey: true }), false)).toEqual(refused('unknown-key'))
    }
  )
})

describe('what is not recorded', () => {
  test.each([
    ['Escape', 'cancel'],
    ['Backspace', 'default'],
    ['Tab', 'move-on']
  ])('%s alone means to %s', (code, kind) => {
    expect(readPress(pressed(code), false)).toEqual({ kind })
    expect(readPress(pressed(code, { shiftKey: true }), false)).toEqual({ kind })
  })

  test.each(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta'])('%s is held, until a key comes', (key) => {
    expect(readPress(pressed(`${key}Left`, { key }), false)).toEqual({ kind: 'held' })
  })

  test.each([
    ['KeyD', {}, 'no-modifier'],
    ['KeyD', { shiftKey: true }, 'no-modifier'],
    ['Enter', {}, 'no-modifier'],
    ['KeyD', { metaKey: true }, 'windows-key'],
    ['KeyQ', { ctrlKey: true, altKey: true, isAltGraphHeld: true, key: '@' }, 'types-character'],
    ['KeyQ', { isAltGraphHeld: true, key: '@' }, 'types-character']
  ] as const)('%s with %o is refused: %s', (code, held, refusal) => {
    expect(readPress(pressed(code, held), false)).toEqual(refused(refusal))
  })

  test.each([
    ['KeyC', { ctrlKey: true }, 'editing', 'CommandOrControl+C'],
    ['KeyV', { ctrlKey: true }, 'editing', 'CommandOrControl+V'],
    ['KeyK', { ctrlKey: true }, 'app', 'CommandOrControl+K'],
    ['Enter', { ctrlKey: true }, 'app', 'CommandOrControl+Return'],
    ['KeyS', { ctrlKey: true }, 'programs', 'CommandOrControl+S'],
    ['F4', { altKey: true }, 'system', 'Alt+F4'],
    ['Tab', { altKey: true }, 'system', 'Alt+Tab'],
    ['Delete', { ctrlKey: true, altKey: true }, 'system', 'CommandOrControl+Alt+Delete']
  ] as const)('%s with %o is left to whom it belongs: %s', (code, held, owner, accelerator) => {
    expect(readPress(pressed(code, held), false)).toEqual(refused(owner, accelerator))
  })

  it('knows what a Mac needs and other systems do not, and the other way round', () => {
    expect(readPress(pressed('KeyH', { metaKey: true }), true)).toEqual(
      refused('system', 'CommandOrControl+H')
    )
    expect(readPress(pressed('KeyH', { ctrlKey: true }), false)).toEqual(recorded('CommandOrControl+H'))
    expect(readPress(pressed('F4', { altKey: true }), true)).toEqual(recorded('Alt+F4'))
  })
})

describe('there and back', () => {
  const codes = [
    ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `Key${letter}`),
    ...'0123456789'.split('').map((digit) => `Digit${digit}`),
    ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
    'Space',
    'Tab',
    'Enter',
    'Insert',
    'Delete',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight'
  ]
  const anyPress = fc
    .record({
      code: fc.constantFrom(...codes),
      ctrlKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      metaKey: fc.boolean()
    })
    .map(({ code, ...held }) => pressed(code, held))

  /** The press that an accelerator asks for, as its user would make it. */
  function pressOf(accelerator: string, isApple: boolean): KeyPress {
    const names = accelerator.split('+')
    const key = names.at(-1) ?? ''
    const has = (name: string) => names.slice(0, -1).includes(name)
    const code = /^[A-Z]$/u.test(key) ? `Key${key}` : /^\d$/u.test(key) ? `Digit${key}` : codeOf[key]
    return pressed(code ?? key, {
      ctrlKey: has(isApple ? 'Control' : 'CommandOrControl'),
      metaKey: isApple && has('CommandOrControl'),
      altKey: has('Alt'),
      shiftKey: has('Shift')
    })
  }
  const codeOf: Readonly<Record<string, string>> = {
    Return: 'Enter',
    Up: 'ArrowUp',
    Down: 'ArrowDown',
    Left: 'ArrowLeft',
    Right: 'ArrowRight'
  }

  it('the keys that an accelerator asks for are recorded as that accelerator', () => {
    fc.assert(
      fc.property(anyPress, fc.boolean(), (press, isApple) => {
        const meaning = readPress(press, isApple)
        fc.pre(meaning.kind === 'recorded')
        expect(pressOf(meaning.accelerator, isApple)).toEqual(press)
        expect(readPress(pressOf(meaning.accelerator, isApple), isApple)).toEqual(meaning)
      })
    )
  })

  it.each([true, false])('no two are shown alike (on a Mac: %s)', (isApple) => {
    const all = codes.flatMap((code) =>
      Array.from({ length: 16 }, (_, bits) =>
        pressed(code, {
          ctrlKey: (bits & 1) > 0,
          altKey: (bits & 2) > 0,
          shiftKey: (bits & 4) > 0,
          metaKey: (bits & 8) > 0
        })
      )
    )
    const accelerators = all
      .map((press) => readPress(press, isApple))
      .flatMap((meaning) => (meaning.kind === 'recorded' ? [meaning.accelerator] : []))
    const shown = accelerators.map((accelerator) => showKeys(accelerator, isApple))
    expect(new Set(accelerators).size).toBe(accelerators.length)
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.length).toBeGreaterThan(400)
  })
})
