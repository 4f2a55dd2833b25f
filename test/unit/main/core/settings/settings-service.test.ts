import { describe, expect, test } from 'vitest'
import { createSettingsService } from '../../../../../src/main/core/settings/index.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { InMemoryDocumentStore } from '../../../../fakes/in-memory-document-store.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const open = (document: Readonly<Record<string, unknown>> = {}) => {
  const store = new InMemoryDocumentStore(document)
  return { store, settings: createSettingsService(store, textByKey) }
}

describe('what is read from the file', () => {
  test('is what was chosen, and the default for all else', () => {
    const { settings } = open({ theme: 'dark', undoSeconds: 5 })
    expect(settings.current.get()).toEqual({ ...defaultSettings, theme: 'dark', undoSeconds: 5 })
  })

  test('one broken value falls back alone', () => {
    const { settings } = open({ theme: 'neon', undoSeconds: 5, region: 'Germany', popups: null })
    expect(settings.current.get()).toEqual({ ...defaultSettings, undoSeconds: 5 })
  })

  test('a value of an older or newer version is left out', () => {
    const { settings } = open({ theme: 'dark', ringtone: 'bell' })
    expect(settings.current.get()).toEqual({ ...defaultSettings, theme: 'dark' })
  })
})

test('what is locked is refused, with all that came with it, and by whom is said', () => {
  const store = new InMemoryDocumentStore({ theme: 'light' })
  const policy = { path: '/etc/policy.json', set: {}, lock: { theme: 'dark' } as const }
  const settings = createSettingsService(store, textByKey, policy)
  expect(settings.update({ undoSeconds: 0, theme: 'system' })).toMatchObject({
    ok: false,
    failure: { code: 'locked-setting', message: expect.stringContaining('/etc/policy.json') }
  })
  expect(settings.current.get()).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(store.read()).toEqual({ theme: 'light' })
})

describe('a change', () => {
  test('is kept, and told of', () => {
    const { store, settings } = open()
    const heard: unknown[] = []
    settings.current.watch((current) => heard.push(current))
    const expected = { ...defaultSettings, theme: 'dark', undoSeconds: 0 }
    expect(settings.update({ theme: 'dark', undoSeconds: 0 })).toEqual({ ok: true, value: expected })
    expect(settings.current.get()).toEqual(expected)
    expect(store.read()).toEqual({ theme: 'dark', undoSeconds: 0 })
    expect(heard).toEqual([expected])
  })

  test.each([
    ['a value that is not one of them', { theme: 'neon' }],
    ['a value of another type', { notifications: 'yes' }],
    ['a value over its limit', { undoSeconds: 11 }],
    ['a part of a second', { undoSeconds: 2.5 }],
    ['a region that is none', { region: 'germany' }],
    ['no value', { theme: undefined }],
    ['an empty hotkey', { dialHotkey: '' }],
    ['a setting that does not exist', { ringtone: 'bell' }],
    ['a key of the prototype', JSON.parse('{"__proto__": {"theme": "dark"}}')]
  ])('of %s is refused as a whole', (_what, wrong: Readonly<Record<string, unknown>>) => {
    const { store, settings } = open()
    const change = Object.assign(wrong, { popups: 'off' })
    expect(settings.update(change)).toMatchObject({ ok: false, failure: { code: 'invalid-setting' } })
    expect(settings.current.get()).toEqual(defaultSettings)
    expect(store.read()).toEqual({})
  })
})
