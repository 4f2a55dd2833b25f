import type { Translate } from '../translate.ts'

/** Why a test event did not come the whole way, for people; null where it did. */
export function describeAnswer(
  { status, isHere, host }: { readonly status: number; readonly isHere: boolean; readonly host: string },
  t: Translate
): string | null {
  if (isHere) return status === 200 ? null : t('reach.check.answerLost', { host, status })
  if (status >= 200 && status < 300) return t('reach.check.elsewhere', { host })
  if (status >= 300 && status < 400) return t('reach.check.redirected', { host })
  if (status === 401 || status === 403 || status === 407) return t('reach.check.guarded', { host, status })
  if (status === 404) return t('reach.check.unknownHere', { host })
  if (status >= 500) return t('reach.check.nothingBehind', { host, status })
  return t('reach.check.strange', { host, status })
}

const wordsByCode = {
  ENOTFOUND: 'reach.check.nameNotFound',
  EAI_AGAIN: 'reach.check.noNames',
  ECONNREFUSED: 'reach.check.refused',
  ECONNRESET: 'reach.check.brokenOff',
  EPIPE: 'reach.check.brokenOff',
  UND_ERR_SOCKET: 'reach.check.brokenOff',
  ENETUNREACH: 'reach.check.noNetwork',
  ENETDOWN: 'reach.check.noNetwork',
  EADDRNOTAVAIL: 'reach.check.noNetwork',
  EHOSTUNREACH: 'reach.check.noNetwork',
  ETIMEDOUT: 'reach.check.timedOut',
  UND_ERR_CONNECT_TIMEOUT: 'reach.check.timedOut',
  UND_ERR_HEADERS_TIMEOUT: 'reach.check.timedOut',
  EPROTO: 'reach.check.notSecure'
} as const

const offlineCodes: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL'
])

/** Whether what `fetch` threw means that nothing got out of this computer; it tells nothing of the way back here. */
export const isOfBeingOffline = (error: unknown): boolean => offlineCodes.has(codeOf(error) ?? '')

// Node's names for what can be wrong with a certificate (documentation of tls, "X509 certificate error codes") and with TLS.
const certificateCode =
  /^(CERT|ERR_TLS|ERR_SSL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CRL|INVALID_|HOSTNAME_MISMATCH)/

/** Why nothing was answered, for people, from what `fetch` threw. */
export function describeFault(error: unknown, host: string, t: Translate): string {
  const code = codeOf(error)
  if (code !== null && isKnown(code)) return t(wordsByCode[code], { host })
  return t(code !== null && certificateCode.test(code) ? 'reach.check.notSecure' : 'reach.check.other', {
    host
  })
}

const isKnown = (code: string): code is keyof typeof wordsByCode => Object.hasOwn(wordsByCode, code)

/** Node's code of what went wrong, which fetch wraps, and once more where a name has several addresses. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause
  return codeOf(inner)
}
