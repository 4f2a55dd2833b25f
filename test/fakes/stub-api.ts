import type { ApiFailure, ApiResult, Voice360Api } from '../../src/main/core/voice360/index.ts'

export const answered = <T>(value: T): Promise<ApiResult<T>> => Promise.resolve({ ok: true, value })
export const refusedWith = (failure: ApiFailure): Promise<ApiResult<never>> =>
  Promise.resolve({ ok: false, failure })

/** An API of which only `methods` can be reached. */
export function stubApi(methods: Partial<Voice360Api>): Voice360Api {
  const unreachable = () => refusedWith({ kind: 'unreachable' })
  return {
    getAvailability: unreachable,
    getQueues: unreachable,
    getQueue: unreachable,
    getQueueAvailabilities: unreachable,
    getQueueAvailability: unreachable,
    getProfile: unreachable,
    getNumbers: unreachable,
    placeCall: unreachable,
    sendMessage: unreachable,
    ...methods
  }
}
