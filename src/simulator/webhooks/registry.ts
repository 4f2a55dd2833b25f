import type { EventName } from '../../shared/domain/event-name.ts'
import type { WebhookEncoding } from './encoding.ts'

/** As set up in the portal: "Configuring Webhooks" of the API's document. */
export interface Webhook {
  readonly id: string
  readonly url: string
  readonly eventName: EventName
  readonly method: 'GET' | 'POST'
  /** Attempts after the first one, 1–5. */
  readonly retries: number
  readonly encoding: WebhookEncoding
}

export class WebhookRegistry {
  readonly #webhooks = new Map<string, Webhook>()
  #count = 0

  add(webhook: Omit<Webhook, 'id'>): Webhook {
    this.#count += 1
    const added = { id: `wh_${this.#count}`, ...webhook }
    this.#webhooks.set(added.id, added)
    return added
  }

  clear(): void {
    this.#webhooks.clear()
  }

  all(): readonly Webhook[] {
    return [...this.#webhooks.values()]
  }

  for(eventName: EventName): readonly Webhook[] {
    return this.all().filter((webhook) => webhook.eventName === eventName)
  }
}
