import type { EventName } from '../../shared/domain/event-name.ts'
import type { SimulatorClock } from '../clock.ts'
import type { FaultBoard, Faults } from '../faults.ts'
import type { PbxEvent } from '../pbx/event.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { webhookPayload } from './payload.ts'
import type { WebhookRegistry } from './registry.ts'
import type { WebhookSender } from './webhook-sender.ts'

/** How long a reordered event waits for one that overtakes it. */
const overtakingMs = 2_000

/** How far behind it then follows: two requests at one instant could arrive in either order. */
const distanceMs = 50

const receipts: readonly EventName[] = ['SMS_SENT', 'SMS_DELIVERED']

interface Dependencies {
  readonly accountId: number
  readonly clock: SimulatorClock
  readonly random: SeededRandom
  readonly faults: FaultBoard
  readonly registry: WebhookRegistry
  readonly sender: Pick<WebhookSender, 'send'>
}

/** Turns events into webhooks, by way of the faults that are set. */
export class EventDispatcher {
  readonly #accountId: number
  readonly #clock: SimulatorClock
  readonly #random: SeededRandom
  readonly #faults: FaultBoard
  readonly #registry: WebhookRegistry
  readonly #sender: Pick<WebhookSender, 'send'>
  #releaseHeld: (() => void) | undefined

  constructor({ accountId, clock, random, faults, registry, sender }: Dependencies) {
    this.#accountId = accountId
    this.#clock = clock
    this.#random = random
    this.#faults = faults
    this.#registry = registry
    this.#sender = sender
  }

  dispatch(event: PbxEvent): void {
    const faults = this.#faults.current()
    if (this.#isLost(event, faults)) return
    const send = () => this.#send(event, faults)
    const sendInTime = () => (faults.delay_ms > 0 ? this.#clock.schedule(faults.delay_ms, send) : send())
    if (faults.reorder) this.#letOvertake(sendInTime)
    else sendInTime()
  }

  #isLost({ name }: PbxEvent, { drop, lose_receipts }: Faults): boolean {
    if (lose_receipts && receipts.includes(name)) return true
    return typeof drop === 'number' ? drop > 0 && this.#random.chance(drop) : drop.includes(name)
  }

  /** Every other event is held until the next one has gone out, or until none came. */
  #letOvertake(send: () => void): void {
    if (this.#releaseHeld !== undefined) {
      this.#releaseHeld()
      send()
      return
    }
    const cancel = this.#clock.schedule(overtakingMs, () => {
      this.#releaseHeld = undefined
      send()
    })
    this.#releaseHeld = () => {
      cancel()
      this.#releaseHeld = undefined
      this.#clock.schedule(distanceMs, send)
    }
  }

  #send(event: PbxEvent, { duplicate, field_names }: Faults): void {
    const payload = webhookPayload(event, this.#accountId, field_names)
    for (const webhook of this.#registry.for(event.name)) {
      this.#sender.send(webhook, payload)
      if (duplicate) this.#sender.send(webhook, payload)
    }
  }
}
