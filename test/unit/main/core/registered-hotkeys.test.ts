import { expect, test } from 'vitest'
import { createRegisteredHotkeys } from '../../../../src/main/core/registered-hotkeys.ts'

function office(refused: readonly string[] = []) {
  const asked: (readonly string[])[] = []
  const pressed: string[] = []
  let press = (_index: number): void => undefined
  const hotkeys = createRegisteredHotkeys({
    hotkeys: {
      register(wanted) {
        asked.push(wanted.map(({ accelerator }) => accelerator))
        press = (index) => wanted[index]?.onPress()
        return wanted.map(({ accelerator }) => !refused.includes(accelerator))
      }
    },
    onDial: () => void pressed.push('dial'),
    onPopup: () => void pressed.push('popup')
  })
  return { asked, pressed, hotkeys, press: (index: number) => press(index) }
}

test('both keys do what they are for, and the one that the system refuses is none', () => {
  const { hotkeys, pressed, press } = office(['Ctrl+D'])
  hotkeys.follow({ dialHotkey: 'Ctrl+D', popupHotkey: 'Ctrl+Y' })
  expect(hotkeys.current()).toEqual({ hotkey: null, popupHotkey: 'Ctrl+Y' })
  press(0)
  press(1)
  expect(pressed).toEqual(['dial', 'popup'])
})

test('a changed key takes effect at once; another changed setting registers nothing', () => {
  const { hotkeys, asked } = office()
  hotkeys.follow({ dialHotkey: 'Ctrl+D', popupHotkey: 'Ctrl+Y' })
  hotkeys.follow({ dialHotkey: 'Ctrl+D', popupHotkey: 'Ctrl+Y' })
  hotkeys.follow({ dialHotkey: 'Ctrl+E', popupHotkey: 'Ctrl+Y' })
  expect(asked).toEqual([
    ['Ctrl+D', 'Ctrl+Y'],
    ['Ctrl+E', 'Ctrl+Y']
  ])
  expect(hotkeys.current().hotkey).toBe('Ctrl+E')
})
