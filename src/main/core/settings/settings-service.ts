import { z } from 'zod'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { defaultSettings, type Settings, settingsSchema } from '../../../shared/domain/settings.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { DocumentStore } from '../ports.ts'
import type { Translate } from '../translate.ts'

export interface SettingsService {
  readonly current: LiveValue<Settings>
  /** Takes over the settings named in `change`, all of them or, where one does not parse, none. */
  update(change: Readonly<Record<string, unknown>>): Outcome<Settings>
}

// Without the fallbacks that reading a file wants: a wrong value from the user is refused with a reason, not replaced.
const changeSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([name, schema]) => [
      name,
      schema.unwrap().unwrap().exactOptional()
    ])
  )
)

/** Settings as a document of any age holds them: what cannot be read is as it is by default. */
export const settingsDocumentOf = (document: Readonly<Record<string, unknown>>): Settings =>
  settingsSchema.catch(defaultSettings).parse(document)

export function createSettingsService(store: DocumentStore, t: Translate): SettingsService {
  const current = createLiveValue(settingsDocumentOf(store.read()))
  return {
    current,
    update(change) {
      const parsed = changeSchema.safeParse(change)
      if (!parsed.success) {
        return failed('invalid-setting', t('settings.invalid', { reason: z.prettifyError(parsed.error) }))
      }
      const next = settingsSchema.parse({ ...current.get(), ...change })
      store.write(next)
      current.set(next)
      return succeeded(next)
    }
  }
}
