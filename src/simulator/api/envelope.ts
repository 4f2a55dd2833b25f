import type { Context } from 'hono'

/** "Error Handling" of the API's document. */
const errorCodes = {
  400: 'BAD_REQUEST',
  401: 'AUTH_REQUIRED',
  403: 'AUTH_INVALID',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
  500: 'INTERNAL_ERROR',
  503: 'SERVICE_UNAVAILABLE'
} as const

type ErrorStatus = keyof typeof errorCodes

interface Success {
  readonly result: unknown
  readonly error: false
  readonly message: string
  readonly timestamp: string
}

interface Failure {
  readonly result: null
  readonly error: true
  readonly message: string
  readonly error_code: string
  readonly details?: Readonly<Record<string, string>>
  readonly timestamp: string
}

/** The answers of the API, stamped with the simulator's time. */
export class Envelope {
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  ok(c: Context, message: string, result: unknown): Response {
    return c.json({ result, error: false, message, timestamp: this.timestamp() } satisfies Success)
  }

  refuse(
    c: Context,
    status: ErrorStatus,
    message: string,
    details?: Readonly<Record<string, string>>
  ): Response {
    return c.json(this.failure(status, message, details), status)
  }

  failure(status: ErrorStatus, message: string, details?: Readonly<Record<string, string>>): Failure {
    return {
      result: null,
      error: true,
      message,
      error_code: errorCodes[status],
      ...(details !== undefined && { details }),
      timestamp: this.timestamp()
    }
  }

  /** ISO 8601 to the second, as the document shows it. */
  timestamp(): string {
    return new Date(this.#nowMs()).toISOString().replace(/\.\d+Z$/, 'Z')
  }
}

/** What the document calls "partial_key_xxx...": enough to recognise one's own key. */
export function keyDetails(key: string): Readonly<Record<string, string>> {
  return {
    provided_key: `${key.slice(0, 8)}_xxx...`,
    help: 'Please check your API key at https://voice360.app/settings/api'
  }
}
