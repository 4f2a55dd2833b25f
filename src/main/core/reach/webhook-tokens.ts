import { randomBytes } from 'node:crypto'
import type { Clock, SecretStore } from '../ports.ts'
import { type WebhookToken, webhookToken } from '../webhooks/index.ts'

const secretName = 'webhook-token'

/** The secrets of the listener's address: the one that is entered now and, for a day after it was replaced, the one before. */
export interface WebhookTokens {
  /** Reads them from the keychain, and makes the first. */
  load(): Promise<void>
  current(): WebhookToken
  /** Those that are taken now; the current one is first. */
  valid(): readonly WebhookToken[]
  /** Until when the one before is taken; null where there is none. */
  oldUntilMs(): number | null
  replace(): Promise<void>
  revokeOld(): Promise<void>
}

export function createWebhookTokens(secrets: SecretStore, _clock: Pick<Clock, 'nowMs'>): WebhookTokens {
  let current = webhookToken('')
  return {
    async load() {
      const kept = await secrets.read(secretName)
      const value = kept ?? randomBytes(32).toString('base64url')
      if (kept === null) await secrets.write(secretName, value)
      current = webhookToken(value)
    },
    current: () => current,
    valid: () => [current],
    oldUntilMs: () => null,
    replace: () => Promise.reject(new Error('Not built yet')),
    revokeOld: () => Promise.reject(new Error('Not built yet'))
  }
}
