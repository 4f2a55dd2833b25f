import { createHash } from 'node:crypto'

/** A secret of the listener's address. */
export interface WebhookToken {
  readonly value: string
  /** Names it without telling it: kept beside each event, so that it is known who still uses which. */
  readonly id: string
}

export const webhookToken = (value: string): WebhookToken => ({
  value,
  id: createHash('sha256').update(`webhook-token-id ${value}`).digest('hex').slice(0, 12)
})
