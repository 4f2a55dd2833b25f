import type { UpdateTrouble } from '../core/ports.ts'

/** What an error of electron-updater comes to: its own codes, the HTTP status, or Chromium's name of what the network did. */
export function updateTroubleOf(error: unknown): UpdateTrouble {
  if (!(error instanceof Error)) return 'otherTrouble'
  const code = 'code' in error ? String(error.code) : ''
  const status = 'statusCode' in error ? Number(error.statusCode) : 0
  if (code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'notGenuine'
  if (code === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' || status === 404) return 'unpublished'
  if (status >= 500 || error.message.startsWith('net::ERR_') || networkCodes.has(code)) return 'unreachable'
  return 'otherTrouble'
}

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE'
])
