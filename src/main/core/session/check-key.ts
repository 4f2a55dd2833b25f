import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { CheckedKey, Me } from '../../../shared/domain/session.ts'
import type { ApiCallLog } from '../diagnostics/index.ts'
import type { Translate } from '../translate.ts'
import {
  type ApiAvailability,
  type ApiFailure,
  type ApiKeys,
  type ApiProfile,
  createVoice360Api,
  describeApiFailure
} from '../voice360/index.ts'

/** First and last name, or else the caller ID, or else the extension. */
export const nameOf = (
  person: Pick<ApiAvailability | ApiProfile, 'first_name' | 'last_name' | 'callerID' | 'presence_id'>
): string =>
  [person.first_name, person.last_name].filter(Boolean).join(' ') || person.callerID || person.presence_id

const meOf = (profile: ApiProfile): Me => ({
  extension: profile.presence_id,
  name: nameOf(profile),
  email: profile.email,
  timeZone: profile.time_zone
})

interface KeyToCheck {
  readonly apiUrl: string
  readonly accountId: number
  readonly key: string
  readonly apiCalls: ApiCallLog
}

/**
 * Finds out what kind a key is by using it: a user key reads its own profile, a developer key the account's availability
 * (API document, "Quick Comparison").
 */
export async function checkKey(
  { apiUrl, accountId, key, apiCalls }: KeyToCheck,
  t: Translate
): Promise<Outcome<CheckedKey>> {
  const clientWith = (keys: ApiKeys) =>
    createVoice360Api({ apiUrl, accountId, keys, onAnswered: (call) => apiCalls.add(call) })
  const asUser = clientWith({ user: key })
  const profile = await asUser.getProfile()
  if (profile.ok) return succeeded({ kind: 'user', me: meOf(profile.value), extensions: [] })
  if (cannotTell(profile.failure)) return explain(profile.failure)

  const asDeveloper = clientWith({ developer: key })
  const people = await asDeveloper.getAvailability()
  if (people.ok) {
    const extensions = people.value.map((person) => ({ extension: person.presence_id, name: nameOf(person) }))
    return succeeded({ kind: 'developer', me: null, extensions })
  }
  return explain(people.failure)

  function explain(failure: ApiFailure): Outcome<never> {
    switch (failure.kind) {
      case 'unauthorized':
        return failed('key-rejected', t('keys.rejected'))
      case 'not-found':
        return failed('account-unknown', t('keys.accountUnknown', { accountId }))
      case 'forbidden':
        return failed('key-of-other-kind', t('keys.otherKind'))
      case 'unreachable':
      case 'broken':
      case 'timeout':
        return failed('unreachable', t('keys.unreachable', { host: new URL(apiUrl).host }))
      case 'rejected':
      case 'limited':
      case 'unexpected':
        return failed('check-failed', describeApiFailure(failure, t))
    }
  }
}

/** Whether the other kind of key's endpoint would not fare better. The profile's own path is a guess, so "not found" says little. */
const cannotTell = (failure: ApiFailure): boolean =>
  failure.kind !== 'forbidden' && failure.kind !== 'unauthorized' && failure.kind !== 'not-found'
