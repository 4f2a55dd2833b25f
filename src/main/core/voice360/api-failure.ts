import { assertNever } from '../../../shared/assert-never.ts'
import type { Translate } from '../translate.ts'

/** Why a request to the API gave nothing. No variant carries a piece of the key. */
export type ApiFailure =
  /** 401, or 403 for a key that the API does not know. */
  | { readonly kind: 'unauthorized' }
  /** The key is known and not allowed to do this. */
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'not-found'; readonly reason: string }
  /** The API understood and refused: 400 and other 4xx, or HTTP 200 with `error: true`. */
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  /** The request certainly never reached the API. */
  | { readonly kind: 'unreachable' }
  /** 5xx, a connection lost in between: whether anything was done is not known. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'timeout' }
  /** Not an answer of this API: HTML, truncated JSON, other types, a redirect. */
  | { readonly kind: 'unexpected' }

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure }

/** Whether a write that failed like this may have been carried out all the same. */
export const mayHaveHappened = (failure: ApiFailure): boolean =>
  failure.kind === 'broken' || failure.kind === 'timeout' || failure.kind === 'unexpected'

/** The failure in the user's words. */
export function describeApiFailure(failure: ApiFailure, t: Translate): string {
  switch (failure.kind) {
    case 'unauthorized':
      return t('api.unauthorized')
    case 'forbidden':
      return t('api.forbidden', { reason: failure.reason })
    case 'not-found':
    case 'rejected':
      return t('api.rejected', { reason: failure.reason })
    case 'limited':
      return t('api.limited', { seconds: Math.ceil(failure.retryAfterMs / 1000) })
    case 'unreachable':
    case 'broken':
      return t('api.unreachable')
    case 'timeout':
      return t('api.timeout')
    case 'unexpected':
      return t('api.unexpected')
    default:
      return assertNever(failure)
  }
}
