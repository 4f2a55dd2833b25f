import { type HTTPError, isHTTPError, isTimeoutError, SchemaValidationError } from 'ky'
import type { ApiFailure } from './api-failure.ts'
import { envelopeSchema } from './schemas.ts'

// Errors of the socket that can only happen before a byte of the request was sent.
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID'
])

const longestRetryAfterMs = 60_000

/** Reads what ky threw into the one failure that it means. Never throws; nothing of the request is taken over. */
export function readFailure(error: unknown): ApiFailure {
  if (isHTTPError(error)) return readErrorAnswer(error)
  if (isTimeoutError(error)) return { kind: 'timeout' }
  if (error instanceof SyntaxError || error instanceof SchemaValidationError) return { kind: 'unexpected' }
  const codes = errorCodes(error)
  if (codes.length > 0 && codes.every((code) => neverConnected.has(code))) return { kind: 'unreachable' }
  return { kind: 'broken', reason: codes[0] ?? 'connection lost' }
}

/** The codes at the bottom of an error's causes; a host with several addresses gives one for each. */
function errorCodes(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  if (error instanceof AggregateError) return error.errors.flatMap(errorCodes)
  if ('cause' in error && error.cause) return errorCodes(error.cause)
  return 'code' in error && typeof error.code === 'string' ? [error.code] : []
}

function readErrorAnswer(error: HTTPError): ApiFailure {
  const { status, headers } = error.response
  const envelope = envelopeSchema.safeParse(error.data)
  const reason = (envelope.success && envelope.data.message) || `HTTP ${status}`
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 403)
    return /\bkey\b/i.test(reason) && /invalid|unknown/i.test(reason)
      ? { kind: 'unauthorized' }
      : { kind: 'forbidden', reason }
  if (status === 404) return { kind: 'not-found', reason }
  if (status === 429) return { kind: 'limited', retryAfterMs: readRetryAfterMs(headers.get('retry-after')) }
  if (status >= 500) return { kind: 'broken', reason }
  if (status >= 400) return { kind: 'rejected', reason }
  return { kind: 'unexpected' }
}

function readRetryAfterMs(header: string | null): number {
  const seconds = Number(header ?? Number.NaN)
  return seconds >= 0 ? Math.min(seconds * 1000, longestRetryAfterMs) : longestRetryAfterMs
}
