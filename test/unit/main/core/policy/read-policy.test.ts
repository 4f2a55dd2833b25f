import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicy, showPolicy } from '../../../../../src/main/core/policy/index.ts'
import { createSettingsService } from '../../../../../src/main/core/settings/index.ts'
import {
  defaultSettings,
  type SettingName,
  settingNameSchema
} from '../../../../../src/shared/domain/settings.ts'
import { InMemoryDocumentStore } from '../../../../fakes/in-memory-document-store.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const path = '/etc/voice360-companion/policy.json'
const readText = (text: string | null) => readPolicy({ path, text, trouble: null }, textByKey)
const read = (document: unknown) => readText(JSON.stringify(document))

const strictGuards = {
  featureCodeGuard: 'refuse',
  premiumGuard: 'refuse',
  foreignGuard: 'ask',
  emergencyGuard: 'refuse',
  dialedCountries: [],
  dialsPerMinute: 10
}

test('where there is no file, nothing is settled', () => {
  expect(readText(null)).toEqual({ path, accountId: null, apiUrl: null, set: {}, lock: {}, problems: [] })
})

test('a policy is read whole', () => {
  const policy = read({
    $schema: './policy.schema.json',
    version: 1,
    account: { accountId: 61, apiUrl: 'https://api.example.com/v3/voice//' },
    set: { theme: 'dark' },
    lock: {
      tunnel: { kind: 'own-url', url: 'https://hooks.example.com/v360/' },
      retentionDays: 90,
      updates: 'off'
    }
  })
  expect(policy).toEqual({
    path,
    accountId: 61,
    apiUrl: 'https://api.example.com/v3/voice',
    set: { theme: 'dark' },
    lock: {
      tunnel: { kind: 'own-url', url: 'https://hooks.example.com/v360' },
      retentionDays: 90,
      updates: 'off'
    },
    problems: []
  })
  expect(showPolicy(policy).lockedSettings).toEqual(['tunnel', 'retentionDays', 'updates'])
})

test('a byte order mark, as editors on Windows write it, does no harm', () => {
  expect(readText('\uFEFF{"version":1,"lock":{"theme":"dark"}}').lock).toEqual({ theme: 'dark' })
})

describe('a mistake', () => {
  test.each([
    ['an unknown part', { version: 1, settings: {}, lock: { theme: 'dark' } }, ['policy.unknown settings']],
    [
      'an unknown setting',
      { version: 1, lock: { theme: 'dark', ringtone: 'x' } },
      ['policy.unknown lock.ringtone']
    ],
    [
      'a wrong value',
      { version: 1, lock: { theme: 'dark', undoSeconds: 99 } },
      ['policy.wrong lock.undoSeconds']
    ],
    [
      'a wrong default',
      { version: 1, set: { popups: 'all' }, lock: { theme: 'dark' } },
      ['policy.wrong set.popups']
    ],
    [
      'a wrong account',
      { version: 1, account: { accountId: 'x' }, lock: { theme: 'dark' } },
      ['policy.wrong account.accountId']
    ],
    [
      'an account that is none',
      { version: 1, account: 61, lock: { theme: 'dark' } },
      ['policy.wrong account']
    ]
  ])('%s is told, and the rest holds', (_what, document, told) => {
    const { lock, problems } = read(document)
    expect(lock).toEqual({ theme: 'dark' })
    expect(problems.length).toBe(told.length)
    for (const [index, words] of told.entries()) expect(problems[index]).toContain(words.split(' ').at(-1))
  })

  test('in the lock of a dial guard locks that guard at its strict default', () => {
    const { lock, problems } = read({ version: 1, lock: { premiumGuard: 'alow', theme: 'dark' } })
    expect(lock).toEqual({ premiumGuard: 'refuse', theme: 'dark' })
    expect(problems).toHaveLength(1)
  })

  test('in all of the locks locks all dial guards', () => {
    expect(read({ version: 1, lock: ['premiumGuard'] }).lock).toEqual(strictGuards)
  })

  test.each([
    ['no JSON', '{"version":1,'],
    ['nothing at all', ''],
    ['a list', '[]'],
    ['no version', '{"lock":{"premiumGuard":"allow"}}'],
    ['another version', '{"version":2,"lock":{"premiumGuard":"allow"}}']
  ])('of %s locks the dial guards at their strict defaults, and says so', (_what, text) => {
    const policy = readText(text)
    expect(policy).toMatchObject({ accountId: null, set: {}, lock: strictGuards })
    expect(policy.problems).toHaveLength(1)
  })

  test.each(['unreadable', 'otherOwner', 'writableByOthers'] as const)('%s does so too', (trouble) => {
    const policy = readPolicy({ path, text: null, trouble }, textByKey)
    expect(policy.lock).toEqual(strictGuards)
    expect(policy.problems[0]).toContain(`policy.${trouble}`)
  })

  test('of keys of the prototype changes nothing', () => {
    const { lock, problems } = readText('{"version":1,"lock":{"__proto__":{"theme":"dark"},"constructor":1}}')
    expect(lock).toEqual({})
    expect(problems).toEqual([expect.stringContaining('lock.constructor')])
    expect(Object.hasOwn(Object.prototype, 'theme')).toBe(false)
  })
})

const names: readonly SettingName[] = settingNameSchema.options
const valueOf: Partial<Record<SettingName, fc.Arbitrary<unknown>>> = {
  theme: fc.constantFrom('system', 'light', 'dark'),
  undoSeconds: fc.integer({ min: 0, max: 10 }),
  premiumGuard: fc.constantFrom('allow', 'ask', 'refuse'),
  foreignGuard: fc.constantFrom('allow', 'ask', 'refuse'),
  dialedCountries: fc.uniqueArray(fc.constantFrom('DE', 'MX', 'CA')),
  retentionDays: fc.option(fc.integer({ min: 1, max: 3_650 })),
  updates: fc.constantFrom('automatic', 'ask', 'off'),
  tunnel: fc.constantFrom({ kind: 'none' }, { kind: 'cloudflared-quick' })
}
/** Some settings, most of them right, some wrong, some not there at all. */
const someSettings = fc.oneof(
  { weight: 4, arbitrary: fc.record(valueOf, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...names, 'ringtone'), fc.anything()) }
)

test('whatever was chosen and whatever is tried: what is locked is what the policy says, the rest is the user’s', () => {
  fc.assert(
    fc.property(
      someSettings,
      someSettings,
      someSettings,
      fc.array(someSettings),
      (kept, set, lock, changes) => {
        const policy = read({ version: 1, set, lock })
        const store = new InMemoryDocumentStore(kept)
        const settings = createSettingsService(store, textByKey, policy)
        for (const change of changes) {
          const outcome = settings.update(change)
          const isLocked = Object.keys(change).some((name) => Object.hasOwn(policy.lock, name))
          expect(outcome.ok && isLocked).toBe(false)
          expect(settings.current.get()).toMatchObject(policy.lock)
        }
        expect(settings.current.get()).toMatchObject(policy.lock)
        for (const name of Object.keys(policy.lock))
          expect(store.read()[name]).toEqual(kept[name as SettingName])
        // Once the policy is gone, what the user chose is there again.
        const free = createSettingsService(store, textByKey).current.get()
        const managed = settings.current.get()
        const left = names.filter((name) => !Object.hasOwn({ ...policy.set, ...policy.lock }, name))
        for (const name of left) expect(managed[name]).toEqual(free[name])
      }
    )
  )
})

describe('a default of the policy', () => {
  const policy = read({ version: 1, set: { theme: 'dark' } })

  test('holds until the user chooses, also the same as the app’s own', () => {
    const store = new InMemoryDocumentStore()
    const settings = createSettingsService(store, textByKey, policy)
    expect(settings.current.get()).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(settings.isLocked('theme')).toBe(false)
    settings.update({ theme: 'system' })
    expect(createSettingsService(store, textByKey, policy).current.get().theme).toBe('system')
  })

  test('holds where what was kept does not parse', () => {
    const store = new InMemoryDocumentStore({ theme: 'neon' })
    expect(createSettingsService(store, textByKey, policy).current.get().theme).toBe('dark')
  })
})
