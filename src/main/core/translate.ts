import type { enMain } from '../../shared/text/en-main.ts'

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>
}[keyof T & string]
type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/** A text of the catalogue's, by its path: `keys.rejected`. Plural forms go by `count`. */
export type TextKey = WithoutPlural<Leaves<typeof enMain>>

/** Gives a text of the catalogue in the user's language with its `{{values}}` filled in. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
