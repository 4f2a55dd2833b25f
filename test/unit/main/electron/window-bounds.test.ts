import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bottomRightOf,
  boundsFrom,
  clampInto,
  upperMiddle
} from '../../../../src/main/electron/window-bounds.ts'

const area = { x: 1920, y: 40, width: 1280, height: 984 }

describe('clampInto', () => {
  it('leaves a window that lies inside where it is', () => {
    const bounds = { x: 2000, y: 100, width: 640, height: 480 }
    expect(clampInto(bounds, area)).toEqual(bounds)
  })

  it('brings back a window from a display that is gone', () => {
    const stranded = { x: -3000, y: 5000, width: 640, height: 480 }
    expect(clampInto(stranded, area)).toEqual({ x: 1920, y: 544, width: 640, height: 480 })
  })

  it('always ends inside', () => {
    const edge = fc.integer({ min: -10_000, max: 10_000 })
    const length = fc.integer({ min: 1, max: 5_000 })
    fc.assert(
      fc.property(fc.record({ x: edge, y: edge, width: length, height: length }), (bounds) => {
        const { x, y, width, height } = clampInto(bounds, area)
        expect(x).toBeGreaterThanOrEqual(area.x)
        expect(y).toBeGreaterThanOrEqual(area.y)
        expect(x + width).toBeLessThanOrEqual(area.x + area.width)
        expect(y + height).toBeLessThanOrEqual(area.y + area.height)
      })
    )
  })
})

describe('the places of the small windows', () => {
  it('grows the pop-up upwards from its corner', () => {
    const corner = bottomRightOf(area)
    expect(boundsFrom(corner, { width: 360, height: 100 })).toEqual({
      x: 2840,
      y: 924,
      width: 360,
      height: 100
    })
    expect(bottomRightOf(boundsFrom(corner, { width: 360, height: 300 }))).toEqual(corner)
  })

  it('puts the dial strip in the middle, a third from the top', () => {
    expect(upperMiddle(area, { width: 520, height: 120 })).toEqual({
      x: 2300,
      y: 368,
      width: 520,
      height: 120
    })
  })
})
