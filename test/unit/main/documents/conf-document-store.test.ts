import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConfDocument } from '../../../../src/main/documents/conf-document-store.ts'

describe('openConfDocument', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'documents-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const open = () =>
    openConfDocument({
      folder,
      name: 'settings',
      createStore: (place) => new Conf({ cwd: place.folder, configName: place.name }),
      nowMs: () => 7
    })

  it('keeps a document across runs', () => {
    open().document.write({ theme: 'dark', corner: { x: 1, y: 2 } })
    expect(open().document.read()).toEqual({ theme: 'dark', corner: { x: 1, y: 2 } })
  })

  it('replaces the document whole', () => {
    const { document } = open()
    document.write({ theme: 'dark' })
    document.write({ region: 'DE' })
    expect(document.read()).toEqual({ region: 'DE' })
  })

  it.each([
    ['half a document', '{"theme": "da'],
    ['nothing', ''],
    ['noise', '\0\0\0\0']
  ])('sets a file with %s aside and starts anew', (_what, content) => {
    writeFileSync(join(folder, 'settings.json'), content)
    const { document, recovered } = open()
    expect(document.read()).toEqual({})
    document.write({ theme: 'dark' })
    const setAsideAs = join(folder, 'settings.damaged-7.json')
    expect(recovered).toEqual({ setAsideAs })
    expect(readFileSync(setAsideAs, 'utf8')).toBe(content)
    expect(readdirSync(folder)).toContain('settings.json')
  })

  it('says nothing of a file that was fine', () => {
    open().document.write({ theme: 'dark' })
    expect(open().recovered).toBeNull()
  })

  it('lets a file say nothing about prototypes', () => {
    writeFileSync(join(folder, 'settings.json'), '{"__proto__": {"isAdmin": true}}')
    expect(Object.hasOwn({ ...open().document.read() }, 'isAdmin')).toBe(false)
    expect({}).not.toHaveProperty('isAdmin')
  })
})
