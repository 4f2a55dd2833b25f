import { AuthorizationError, errors, UserAuthenticationExpiredError } from '@nats-io/nats-core'
import type { TeamTrouble } from '../core/ports.ts'
import type { TeamCredentials } from '../core/team/index.ts'

/** Why there is no connection. */
export interface Trouble {
  readonly code: TeamTrouble
  /** One line, or empty. */
  readonly detail: string
}

export class NoJetStream extends Error {}

const certificateCodes =
  /^(CERT_|DEPTH_ZERO_|ERR_SSL_|ERR_TLS_|EPROTO|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECRYPT)_|INVALID_CA|PATH_LENGTH)/
const nameCodes = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']
const longestDetail = 200

/** What kept a connection from being made. */
export function troubleOfDial(error: unknown, credentials: TeamCredentials, nowMs: number): Trouble {
  const detail = detailOf(error)
  if (isRejection(error)) return { code: hasExpired(credentials, nowMs) ? 'expired' : 'rejected', detail }
  if (error instanceof UserAuthenticationExpiredError) return { code: 'expired', detail }
  if (error instanceof NoJetStream) return { code: 'no-jetstream', detail }
  const codes = codesOf(error)
  if (codes.some((code) => certificateCodes.test(code))) return { code: 'certificate', detail }
  if (codes.some((code) => nameCodes.includes(code))) return { code: 'no-such-host', detail }
  // The server has no encryption where it is asked for: whoever answers is not trusted.
  if (detail.includes("does not support 'tls'")) return { code: 'certificate', detail }
  return { code: 'unreachable', detail }
}

/** What ended a connection that was there. */
export function troubleOfLoss(error: unknown, credentials: TeamCredentials, nowMs: number): Trouble {
  const { code, detail } = troubleOfDial(error, credentials, nowMs)
  return { code: code === 'unreachable' ? 'lost' : code, detail }
}

/** Whether they have ended by themselves: no server will take them again. */
export function hasExpired(credentials: TeamCredentials, nowMs: number): boolean {
  if (credentials.kind !== 'jwt') return false
  const [, claims = ''] = credentials.jwt.split('.')
  try {
    const { exp }: { exp?: unknown } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    return typeof exp === 'number' && exp > 0 && exp * 1000 <= nowMs
  } catch {
    return false
  }
}

/** The server knows nobody by these credentials, or they are no credentials at all. */
const isRejection = (error: unknown): boolean =>
  error instanceof AuthorizationError || (error instanceof Error && error.name === 'NKeysError')

function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const parts = error instanceof AggregateError ? error.errors : []
  return [...code, ...[error.cause, ...parts].flatMap(codesOf)]
}

function detailOf(error: unknown): string {
  if (error === undefined || error === null) return ''
  const text = error instanceof errors.TimeoutError ? 'It did not answer in time.' : messageOf(error)
  return text.replace(/\s+/g, ' ').trim().slice(0, longestDetail)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
