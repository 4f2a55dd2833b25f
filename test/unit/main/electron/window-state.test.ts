import { describe, expect, it } from 'vitest'
import { readWindowState, updateWindowState } from '../../../../src/main/electron/window-state.ts'

function keeping(kept: Readonly<Record<string, unknown>>) {
  return {
    read: () => kept,
    write(written: Readonly<Record<string, unknown>>) {
      kept = written
    }
  }
}

const main = { bounds: { x: 10, y: 20, width: 800, height: 600 }, isMaximized: true }
const popupCorners = { '1440x900@0,0': { x: 1000, y: 700 } }

describe('the state of the windows', () => {
  it('is empty at first', () => {
    expect(readWindowState(keeping({}))).toEqual({ main: null, popupCorners: {} })
  })

  it('changes one part and keeps the other', () => {
    const document = keeping({ main, popupCorners: {} })
    updateWindowState(document, { popupCorners })
    expect(readWindowState(document)).toEqual({ main, popupCorners })
  })

  it.each([
    ['a window without a size', { ...main, bounds: { ...main.bounds, width: 0 } }],
    ['a text', 'somewhere'],
    ['infinity', { ...main, bounds: { ...main.bounds, x: Number.POSITIVE_INFINITY } }]
  ])('forgets %s and nothing else', (_what, broken) => {
    expect(readWindowState(keeping({ main: broken, popupCorners }))).toEqual({ main: null, popupCorners })
  })
})
