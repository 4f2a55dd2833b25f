import { init, t as translateAny } from 'i18next'
import { en } from '../../shared/text/en.ts'

type Catalogue = typeof en

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>
}[keyof T & string]

type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : `${Path}_other` extends keyof T
      ? T[`${Path}_other`]
      : never

type Variables<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Variables<Rest> : never

/** A key of the catalogue; of a plural, the key without its `_one` and `_other`. */
export type TextKey = WithoutPlural<Leaves<Catalogue>>

type Values<K extends TextKey> =
  Variables<At<Catalogue, K>> extends never
    ? []
    : [values: Readonly<Record<Variables<At<Catalogue, K>>, string | number>>]

/** The text of `key`, with exactly the values it names. */
export function t<K extends TextKey>(key: K, ...values: Values<K>): string {
  return translate(key, values[0] ?? {})
}

// i18next's own inference of keys does not know ours.
const translate = (key: string, values: Readonly<Record<string, unknown>>): string =>
  translateAny(key, values)

/** Loads the catalogue; each page's entry calls it once, before it renders. */
export function startText(): void {
  void init({
    lng: 'en',
    resources: { en: { translation: en } },
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false }
  })
}
