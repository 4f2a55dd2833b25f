import { subjectToken, textOfToken } from './subjects.ts'

/** What colleagues share: who calls a lost caller back, what is said of a call, a contact. The second part of a key in `workBucket`. */
export const sharedKinds = ['claim', 'call', 'contact'] as const
export type SharedKind = (typeof sharedKinds)[number]

/** `ACCOUNT.KIND.TOKEN`: of a claim the token of an address, of a call that of Voice360's id, of a contact that of its id. */
export const workKey = (accountId: number, kind: SharedKind, id: string): string =>
  `${accountId}.${kind}.${subjectToken(id)}`

/** What a key is about; null where it is none that this version knows. */
export function readWorkKey(key: string): { readonly kind: SharedKind; readonly id: string } | null {
  const [, word, token, ...more] = key.split('.')
  const kind = sharedKinds.find((known) => known === word)
  const id = token === undefined || more.length > 0 ? null : textOfToken(token)
  return kind === undefined || id === null || id === '' ? null : { kind, id }
}
