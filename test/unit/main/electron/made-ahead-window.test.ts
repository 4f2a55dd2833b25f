import type { BrowserWindow } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { MadeAheadWindow } from '../../../../src/main/electron/made-ahead-window.ts'

let loads: string[]
let strip: MadeAheadWindow

beforeEach(() => {
  loads = []
  const make = () => ({ loadURL: async (url: string) => void loads.push(url) }) as unknown as BrowserWindow
  strip = new MadeAheadWindow(make, 'app://v360/dial-strip.html')
})

test('nothing is made before it is needed', () => {
  expect(strip.made).toBeNull()
  expect(loads).toEqual([])
})

test('a first use before it was made ahead makes it with its page, and making it ahead then adds no second one', async () => {
  const { window } = strip
  expect(loads).toEqual(['app://v360/dial-strip.html'])
  await strip.makeAhead()
  expect(strip.made).toBe(window)
  expect(loads).toHaveLength(1)
})

test('the first use takes the one that was made ahead', async () => {
  await strip.makeAhead()
  const { made } = strip
  expect(strip.window).toBe(made)
  expect(loads).toHaveLength(1)
})
