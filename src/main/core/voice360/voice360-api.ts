import ky, { type KyInstance, type Options } from 'ky'
import type { z } from 'zod'
import type { ApiCallEntry } from '../../../shared/domain/diagnostics.ts'
import type { BudgetSubject, RateBudget } from '../../../shared/domain/reach.ts'
import type { KeyKind } from '../../../shared/domain/session.ts'
import type { ApiResult } from './api-failure.ts'
import { readFailure } from './read-failure.ts'
import {
  availabilitiesSchema,
  envelopeSchema,
  numbersSchema,
  placedCallSchema,
  profileSchema,
  queueAvailabilitiesSchema,
  queueAvailabilitySchema,
  queueDetailsSchema,
  queuesSchema,
  sentMessageSchema
} from './schemas.ts'

/** The keys that are held; each request takes the kind that its endpoint wants (API document, "Quick Comparison"). */
export type ApiKeys = Readonly<Partial<Record<KeyKind, string>>>

export interface OutboundCall {
  readonly from: string
  readonly to: string
  readonly callerId: string | null
  readonly isRecorded: boolean
}

export interface OutboundMessage {
  readonly from: string
  readonly to: string
  readonly message: string
}

export interface Voice360ApiOptions {
  /** The document's base address, `https://api.voice360.app/v3/voice`, or another's. */
  readonly apiUrl: string
  readonly accountId: number
  readonly keys: ApiKeys
  readonly timeoutMs?: number
  /** Ends what is asked, and lets nothing more be. */
  readonly signal?: AbortSignal
  /** Told with each answer that says so, for those whose requests are counted together. */
  readonly onRateBudget?: (subject: BudgetSubject, budget: RateBudget) => void
  /** Told of each answer that shows whether Voice360 takes a key. */
  readonly onKeyJudged?: (kind: KeyKind, isRejected: boolean) => void
  /** Told of each request once its answer is there, or once it is clear that none comes. */
  readonly onAnswered?: (call: Omit<ApiCallEntry, 'id'>) => void
}

/**
 * No request goes over a connection that another used, and none is kept for the next: one that the server has just given up would
 * lose a dial without a word whether it was carried out.
 */
const ownConnection = { Connection: 'close' }

const retriedReads = {
  limit: 2,
  methods: ['get'],
  statusCodes: [500, 502, 503, 504],
  backoffLimit: 4_000,
  maxRetryAfter: 60_000,
  jitter: true
}

/**
 * Every endpoint of the API document for one account. Expected failures are values. Reads are tried again after a server's
 * error; the two writes are sent once and never again, since whether a lost one was carried out cannot be known. Redirects
 * are not followed: the key goes to the host that was entered and to no other.
 */
export function createVoice360Api(options: Voice360ApiOptions) {
  const { keys } = options
  const client: KyInstance = ky.create({
    prefix: `${options.apiUrl}/${options.accountId}`,
    timeout: options.timeoutMs ?? 10_000,
    redirect: 'manual',
    cache: 'no-store',
    ...(options.signal && { signal: options.signal }),
    // Not a hook: that would be given a copy of each answer.
    fetch: async (request, init) => {
      const sent = request instanceof Request ? request : new Request(request, init)
      const startedAtMs = Date.now()
      const clockedMs = performance.now()
      const tell = (status: number | null, rate: RateBudget | null): void =>
        options.onAnswered?.({
          atMs: startedAtMs,
          method: sent.method,
          path: pathBelowAccount(sent.url),
          status,
          tookMs: Math.round(performance.now() - clockedMs),
          remaining: rate?.remaining ?? null,
          limit: rate?.limit ?? null
        })
      try {
        const response = await fetch(request, init)
        const rate = readRateBudget(response)
        if (rate !== null) options.onRateBudget?.(subjectOf(sent.headers), rate)
        tell(response.status, rate)
        return response
      } catch (error) {
        tell(null, null)
        throw error
      }
    }
  })

  /** Without the query, so that whatever may come to stand in one is not told. */
  function pathBelowAccount(url: string): string {
    const account = new URL(`${options.apiUrl}/${options.accountId}`).pathname
    const { pathname } = new URL(url)
    return pathname.startsWith(`${account}/`) ? pathname.slice(account.length) : pathname
  }

  function subjectOf(headers: Headers): BudgetSubject {
    const key = headers.get('x-api-key')
    if (key === null) return 'public'
    return key === keys.developer ? 'developer' : 'user'
  }

  /** What is not about the key says nothing of it. */
  function judge<T>(key: string | undefined, result: ApiResult<T>): ApiResult<T> {
    if (key === undefined || !(result.ok || result.failure.kind === 'unauthorized')) return result
    options.onKeyJudged?.(key === keys.developer ? 'developer' : 'user', !result.ok)
    return result
  }

  async function ask<S extends z.ZodType>(
    path: string,
    schema: S,
    key: string | undefined,
    request: Options = { retry: retriedReads }
  ): Promise<ApiResult<z.output<S>>> {
    return judge(key, await send(path, schema, key, request))
  }

  async function send<S extends z.ZodType>(
    path: string,
    schema: S,
    key: string | undefined,
    request: Options
  ): Promise<ApiResult<z.output<S>>> {
    try {
      const headers = { ...ownConnection, ...(key !== undefined && { 'X-API-Key': key }) }
      const envelope = await client(path, { ...request, headers }).json(envelopeSchema)
      if (envelope.error) {
        return {
          ok: false,
          failure: { kind: 'rejected', reason: envelope.message ?? envelope.error_code ?? '' }
        }
      }
      const result = schema.safeParse(envelope.result)
      return result.success
        ? { ok: true, value: result.data }
        : { ok: false, failure: { kind: 'unexpected' } }
    } catch (error) {
      return { ok: false, failure: readFailure(error) }
    }
  }

  const post = <S extends z.ZodType>(path: string, schema: S, json: Record<string, unknown>) =>
    ask(path, schema, keys.user ?? keys.developer, { method: 'post', json, retry: 0 })

  return {
    /** Everyone's devices and, with a developer key, their running calls; online or offline only without one. */
    getAvailability: () => ask('availability', availabilitiesSchema, keys.developer),
    getQueues: () => ask('queues', queuesSchema, keys.developer),
    getQueue: (queueId: number) => ask(`queues/${queueId}`, queueDetailsSchema, keys.developer),
    getQueueAvailabilities: () => ask('availability/queues', queueAvailabilitiesSchema, keys.developer),
    getQueueAvailability: (queueId: number) =>
      ask(`availability/queues/${queueId}`, queueAvailabilitySchema, keys.developer),
    /** My profile. Its path is not documented: `/user`, beside the documented `/user/numbers`. */
    getProfile: () => ask('user', profileSchema, keys.user),
    getNumbers: () => ask('user/numbers', numbersSchema, keys.user),
    placeCall: ({ from, to, callerId, isRecorded }: OutboundCall) =>
      post('call/outbound', placedCallSchema, {
        from,
        to,
        ...(callerId !== null && { caller_id: callerId }),
        recording: isRecorded
      }),
    sendMessage: ({ from, to, message }: OutboundMessage) =>
      post('sms/send', sentMessageSchema, { from, to, message })
  }
}

export type Voice360Api = ReturnType<typeof createVoice360Api>

function readRateBudget({ headers }: Response): RateBudget | null {
  const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN)
  const limit = Number(headers.get('x-ratelimit-limit') ?? Number.NaN)
  return Number.isFinite(remaining) && Number.isFinite(limit) ? { remaining, limit } : null
}
