import { createInstance } from 'i18next'
import { enMain } from '../../shared/text/en-main.ts'
import type { Translate } from '../core/translate.ts'

/** The main process's texts through i18next, which knows each language's plural rules. */
export function createTranslate(): Translate {
  const i18n = createInstance()
  void i18n.init({
    lng: 'en',
    initAsync: false,
    resources: { en: { translation: enMain } },
    interpolation: { escapeValue: false }
  })
  return (key, values) => i18n.t(key, { ...values })
}
