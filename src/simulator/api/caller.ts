import type { Directory } from '../pbx/directory.ts'
import type { User } from '../pbx/office-plan.ts'
import type { SeededRandom } from '../seeded-random.ts'

/** Who asks, as the X-API-Key header says: "Authentication" of the API's document. */
export type Caller =
  | { readonly kind: 'developer'; readonly key: string }
  | { readonly kind: 'user'; readonly key: string; readonly user: User }
  | { readonly kind: 'unknown'; readonly key: string }
  | { readonly kind: 'none' }

export type CallerKind = Caller['kind']

/** The keys of the account. */
export class KeyRing {
  readonly developer: string
  /** By extension. */
  readonly users: Readonly<Record<string, string>>
  readonly #usersByKey: ReadonlyMap<string, User>

  constructor(directory: Directory, random: SeededRandom, chosen: ChosenKeys) {
    const developer = `v360_dev_${random.alphanumeric(32)}`
    const keys = directory.users.map(
      (user) => [user, chosen.users?.[user.extension] ?? random.alphanumeric(40)] as const
    )
    this.developer = chosen.developer ?? developer
    this.users = Object.fromEntries(keys.map(([user, key]) => [user.extension, key]))
    this.#usersByKey = new Map(keys.map(([user, key]) => [key, user]))
  }

  identify(key: string | undefined): Caller {
    if (key === undefined || key === '') return { kind: 'none' }
    if (key === this.developer) return { kind: 'developer', key }
    const user = this.#usersByKey.get(key)
    return user === undefined ? { kind: 'unknown', key } : { kind: 'user', key, user }
  }
}

/** Keys that are given rather than drawn from the seed. */
export interface ChosenKeys {
  readonly developer?: string | undefined
  readonly users?: Readonly<Record<string, string>> | undefined
}
