import { z } from 'zod'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import {
  defaultSettings,
  type SettingName,
  type Settings,
  someSettingsSchema
} from '../../../shared/domain/settings.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { DocumentStore } from '../ports.ts'
import type { Translate } from '../translate.ts'

export interface SettingsService {
  readonly current: LiveValue<Settings>
  /** Whether the computer's policy says what it is, and nobody here can change it. */
  isLocked(name: SettingName): boolean
  /** Takes over the settings named in `change`, all of them or, where one does not parse or is locked, none. */
  update(change: Readonly<Record<string, unknown>>): Outcome<Settings>
}

/** What a policy says of settings: `set` until the user chooses, `lock` whatever the user chooses. */
interface SettledSettings {
  readonly path: string
  readonly set: Partial<Settings>
  readonly lock: Partial<Settings>
}

/** The document holds what the user chose and nothing else: it holds again once the policy that stood over it is gone. */
export function createSettingsService(
  store: DocumentStore,
  t: Translate,
  { path, set, lock }: SettledSettings = { path: '', set: {}, lock: {} }
): SettingsService {
  const isLocked = (name: string): boolean => Object.hasOwn(lock, name)
  const read = (): Settings => {
    const chosen = settingsIn(store.read())
    return { ...defaultSettings, ...set, ...chosen, ...lock }
  }
  const current = createLiveValue(read())
  return {
    current,
    isLocked,
    update(change) {
      const parsed = someSettingsSchema.safeParse(change)
      if (!parsed.success) {
        return failed('invalid-setting', t('settings.invalid', { reason: z.prettifyError(parsed.error) }))
      }
      if (Object.keys(change).some(isLocked)) return failed('locked-setting', t('settings.locked', { path }))
      store.write({ ...store.read(), ...parsed.data })
      current.set(read())
      return succeeded(current.get())
    }
  }
}

/** What of a document, of any age, is a setting and parses; a value that does not is as if it had not been chosen. */
export function settingsIn(document: Readonly<Record<string, unknown>>): Partial<Settings> {
  const parsed = Object.entries(someSettingsSchema.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(document[name])
    return Object.hasOwn(document, name) && value.success ? [[name, value.data] as const] : []
  })
  return Object.fromEntries(parsed)
}
