import type { EventName } from '../../shared/domain/event-name.ts'
import { BoundedLog } from '../bounded-log.ts'
import type { SimulatorClock } from '../clock.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { Directory } from './directory.ts'
import type { EmitEvent } from './event.ts'

interface TextMessage {
  readonly id: string
  readonly direction: 'inbound' | 'outbound'
  readonly from: string
  readonly to: string
  readonly body: string
  readonly atMs: number
  status: 'received' | 'queued' | 'sent' | 'delivered'
}

interface Text {
  readonly from: string
  readonly to: string
  readonly body: string
}

export interface TextTimings {
  readonly sentMs: number
  /** From sent to delivered. */
  readonly deliveredMs: number
}

interface Dependencies {
  readonly clock: SimulatorClock
  readonly random: SeededRandom
  readonly directory: Directory
  readonly emit: EmitEvent
  readonly timings: TextTimings
}

/** The SMS of the account. */
export class TextMessages {
  readonly #clock: SimulatorClock
  readonly #random: SeededRandom
  readonly #directory: Directory
  readonly #emit: EmitEvent
  readonly #timings: TextTimings
  readonly #messages = new BoundedLog<TextMessage>(2_000)

  constructor({ clock, random, directory, emit, timings }: Dependencies) {
    this.#clock = clock
    this.#random = random
    this.#directory = directory
    this.#emit = emit
    this.#timings = timings
  }

  all(): readonly TextMessage[] {
    return this.#messages.all()
  }

  receive(text: Text): TextMessage {
    const message = this.#record(text, 'inbound', 'received')
    this.#announce(message, 'SMS_RECEIVED')
    return message
  }

  /** Queued at once; sent and delivered as time goes by. */
  send(text: Text): TextMessage {
    const message = this.#record(text, 'outbound', 'queued')
    this.#clock.schedule(this.#timings.sentMs, () => {
      message.status = 'sent'
      this.#announce(message, 'SMS_SENT')
      this.#clock.schedule(this.#timings.deliveredMs, () => this.#deliver(message))
    })
    return message
  }

  #deliver(message: TextMessage): void {
    message.status = 'delivered'
    this.#announce(message, 'SMS_DELIVERED')
    const isToOurselves = this.#directory.line(message.to)?.isSmsEnabled === true
    if (isToOurselves) this.receive({ from: message.from, to: message.to, body: message.body })
  }

  #record(text: Text, direction: TextMessage['direction'], status: TextMessage['status']): TextMessage {
    const message = {
      id: `msg_${this.#random.hex(12)}`,
      direction,
      ...text,
      atMs: this.#clock.nowMs(),
      status
    }
    this.#messages.add(message)
    return message
  }

  #announce({ id, from, to, body }: TextMessage, name: EventName): void {
    const metadata = { from_number: from, to_number: to, body, message_id: id }
    this.#emit({ name, atMs: this.#clock.nowMs(), metadata })
  }
}
