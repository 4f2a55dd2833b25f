import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  glanceAtWindowState,
  readWindowState,
  updateWindowState
} from '../../../../src/main/electron/window-state.ts'

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
    expect(readWindowState(keeping({}))).toEqual({ main: null, theme: 'system', popupCorners: {} })
  })

  it('changes one part and keeps the other', () => {
    const document = keeping({ main, popupCorners: {} })
    updateWindowState(document, { popupCorners })
    updateWindowState(document, { theme: 'dark' })
    expect(readWindowState(document)).toEqual({ main, theme: 'dark', popupCorners })
  })

  it('forgets a theme that there is not', () => {
    expect(readWindowState(keeping({ theme: 'pink' })).theme).toBe('system')
  })

  it.each([
    ['a window without a size', { ...main, bounds: { ...main.bounds, width: 0 } }],
    ['a text', 'somewhere'],
    ['infinity', { ...main, bounds: { ...main.bounds, x: Number.POSITIVE_INFINITY } }]
  ])('forgets %s and nothing else', (_what, broken) => {
    expect(readWindowState(keeping({ main: broken, popupCorners }))).toEqual({
      main: null,
      theme: 'system',
      popupCorners
    })
  })
})

describe('a glance at the file of it', () => {
  function fileOf(text: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'voice360-window-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'window-state.json')
    writeFileSync(file, text)
    return file
  }

  it('sees what was kept', () => {
    const kept = { main, theme: 'dark', popupCorners }
    expect(glanceAtWindowState(fileOf(JSON.stringify(kept)))).toEqual(kept)
  })

  it.each(['', '{"main": ', 'null', '7', '"main"', '[1]', '{"main": {"bounds": null}}'])(
    'sees nothing in %j',
    (text) => {
      expect(glanceAtWindowState(fileOf(text))).toEqual({ main: null, theme: 'system', popupCorners: {} })
    }
  )

  it('sees nothing where there is no file', () => {
    expect(glanceAtWindowState('/nowhere/window-state.json')).toEqual({
      main: null,
      theme: 'system',
      popupCorners: {}
    })
  })
})
