import type { MessageFact } from '../../../../../src/main/core/messages/index.ts'

export const startMs = Date.UTC(2026, 0, 15, 10, 30)
export const mine = '+15559876543'
export const theirs = '+15551234567'

/** What an event, or a step of sending "Hello", says; all of them of one message. */
export function fact(kind: MessageFact['kind'], more: Partial<MessageFact> = {}): MessageFact {
  const isWebhook = kind === 'received' || kind === 'sent' || kind === 'delivered'
  return {
    kind,
    atMs: startMs,
    messageId: isWebhook ? 'm1' : null,
    intentId: isWebhook ? null : 'i1',
    from: kind === 'received' ? theirs : isWebhook || kind === 'intended' ? mine : null,
    to: kind === 'received' ? mine : isWebhook || kind === 'intended' ? theirs : null,
    body: isWebhook || kind === 'intended' ? 'Hello' : null,
    reason: null,
    source: `event-${kind}`,
    ...more
  }
}
