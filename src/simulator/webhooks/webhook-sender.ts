import { BoundedLog } from '../bounded-log.ts'
import type { SimulatorClock } from '../clock.ts'
import { encodeWebhook } from './encoding.ts'
import type { AttemptResult, PostOffice } from './http-post-office.ts'
import type { WebhookPayload } from './payload.ts'
import type { Webhook } from './registry.ts'

/** One attempt to bring one event to one webhook. */
interface Delivery {
  readonly webhook_id: string
  readonly url: string
  readonly event_name: string
  readonly call_id?: string | number
  readonly message_id?: string | number
  /** 1 is the first. */
  readonly attempt: number
  readonly at_ms: number
  readonly duration_ms: number
  readonly status?: number
  readonly error?: string
}

interface Dependencies {
  readonly clock: SimulatorClock
  readonly postOffice: PostOffice
  /** Before the first retry; it doubles with each further one. */
  readonly backOffMs: number
}

/** Sends webhooks, and again while the answer is not 2xx and retries are left. */
export class WebhookSender {
  readonly #clock: SimulatorClock
  readonly #postOffice: PostOffice
  readonly #backOffMs: number
  readonly #deliveries = new BoundedLog<Delivery>()
  readonly #underway = new Set<Promise<void>>()

  constructor({ clock, postOffice, backOffMs }: Dependencies) {
    this.#clock = clock
    this.#postOffice = postOffice
    this.#backOffMs = backOffMs
  }

  deliveries(): readonly Delivery[] {
    return this.#deliveries.all()
  }

  send(webhook: Webhook, payload: WebhookPayload): void {
    this.#start(webhook, payload, 1)
  }

  /** Resolves when every attempt that is under way has its answer; later retries are not waited for. */
  async settled(): Promise<void> {
    await Promise.all(this.#underway)
  }

  #start(webhook: Webhook, payload: WebhookPayload, attempt: number): void {
    const underway = this.#attempt(webhook, payload, attempt).finally(() => this.#underway.delete(underway))
    this.#underway.add(underway)
  }

  async #attempt(webhook: Webhook, payload: WebhookPayload, attempt: number): Promise<void> {
    const atMs = this.#clock.nowMs()
    const startedMs = performance.now()
    const result = await this.#postOffice.carry(encodeWebhook(webhook, payload))
    this.#deliveries.add({
      webhook_id: webhook.id,
      url: webhook.url,
      event_name: payload.event_name,
      ...idsOf(payload),
      attempt,
      at_ms: atMs,
      duration_ms: Math.round(performance.now() - startedMs),
      ...result
    })
    if (isAccepted(result) || attempt > webhook.retries) return
    this.#clock.schedule(this.#backOffMs * 2 ** (attempt - 1), () =>
      this.#start(webhook, payload, attempt + 1)
    )
  }
}

function isAccepted(result: AttemptResult): boolean {
  return 'status' in result && result.status >= 200 && result.status < 300
}

/** Under alternative field names the ids hide behind other names. */
function idsOf({ metadata }: WebhookPayload): Pick<Delivery, 'call_id' | 'message_id'> {
  const callId = metadata['call_id'] ?? metadata['uniqueid']
  const messageId = metadata['message_id'] ?? metadata['id']
  return {
    ...(callId !== undefined && { call_id: callId }),
    ...(messageId !== undefined && { message_id: messageId })
  }
}
