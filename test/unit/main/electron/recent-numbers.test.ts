import { beforeEach, describe, expect, test, vi } from 'vitest'
import { showDockMenu } from '../../../../src/main/electron/dock-menu.ts'
import { showJumpList } from '../../../../src/main/electron/jump-list.ts'
import {
  type RecentNumber,
  recentNumberItems,
  recentNumbersIn
} from '../../../../src/main/electron/recent-numbers.ts'

const electron = vi.hoisted(() => ({
  app: {
    setJumpList: vi.fn<(categories: readonly unknown[]) => string>(),
    dock: { setMenu: vi.fn<(menu: unknown) => void>() }
  },
  Menu: { buildFromTemplate: (template: unknown) => template }
}))
vi.mock('electron', () => electron)

const ada: RecentNumber = { address: '+12125550101', label: 'Ada & Bob · (212) 555-0101' }
let shown: (readonly RecentNumber[])[]
const place = (entries: readonly RecentNumber[]) => void shown.push(entries)
beforeEach(() => {
  shown = []
})

describe('recent numbers', () => {
  test('are shown in each place, and only where they are others than before', () => {
    const recent = recentNumbersIn([place, place])
    recent.show([ada])
    recent.show([{ ...ada }])
    expect(shown).toEqual([[ada], [ada]])
    recent.show([])
    expect(shown.slice(2)).toEqual([[], []])
  })

  test('have names of one plain line', () => {
    const label = `\u202eeda\u0000\u0007\n\t  Love\u2028lace${'!'.repeat(200)}😀`
    recentNumbersIn([place]).show([{ address: '1002', label }])
    expect(shown).toEqual([[{ address: '1002', label: `eda Love lace${'!'.repeat(67)}` }]])
  })

  test.each(['', 'anonymous', '+1 2', '1 --inspect', '"&calc', '%PATH%', '+', '1'.repeat(50)])(
    '“%s” is offered nowhere: it is no number',
    (address) => {
      recentNumbersIn([place]).show([{ address, label: 'x' }, ada])
      expect(shown).toEqual([[ada]])
    }
  )

  test.each(['+12125550101', '1002', '*98', '*21*+12125550101#'])('“%s” is one', (address) => {
    recentNumbersIn([place]).show([{ address, label: 'x' }])
    expect(shown[0]).toHaveLength(1)
  })
})

test('in a menu a “&” of a name marks no key, and choosing one asks about its number', () => {
  const dialed: string[] = []
  const [item] = recentNumberItems([ada], (address) => dialed.push(address))
  expect(item?.label).toBe('Ada && Bob · (212) 555-0101')
  item?.click()
  expect(dialed).toEqual(['+12125550101'])
})

test('the dock gets them as its menu', () => {
  showDockMenu([ada], () => {})
  expect(electron.app.dock.setMenu).toHaveBeenCalledWith([
    expect.objectContaining({ label: 'Ada && Bob · (212) 555-0101' })
  ])
})

test.each([
  [true, 'dial +12125550101'],
  [false, '"C:\\src\\my companion" dial +12125550101']
])('Windows’ jump list gets them as tasks that start the app once more, packaged: %s', (isPackaged, args) => {
  showJumpList([ada], isPackaged, 'C:\\src\\my companion')
  expect(electron.app.setJumpList).toHaveBeenLastCalledWith([
    { type: 'tasks', items: [expect.objectContaining({ title: ada.label, program: process.execPath, args })] }
  ])
})
