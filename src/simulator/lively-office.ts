import { type SimulatorClock, TimerScope } from './clock.ts'
import { allCustomers, type Customer, colleaguesTexts, replies } from './lively-office-cast.ts'
import type { CallOutcome, CallPlan } from './pbx/call.ts'
import type { Directory } from './pbx/directory.ts'
import type { PbxEvent } from './pbx/event.ts'
import type { Line, User } from './pbx/office-plan.ts'
import type { Switchboard } from './pbx/switchboard.ts'
import type { TextMessages } from './pbx/text-messages.ts'
import type { SeededRandom } from './seeded-random.ts'

/** More would leave no colleague free, and the office would only miss calls. */
const mostCallsAtOnce = 5

interface Dependencies {
  readonly clock: SimulatorClock
  readonly random: SeededRandom
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly messages: TextMessages
}

/** An office day that goes by itself: calls and texts every few seconds. */
export class LivelyOffice {
  readonly #timers: TimerScope
  readonly #random: SeededRandom
  readonly #directory: Directory
  readonly #switchboard: Switchboard
  readonly #messages: TextMessages
  /** How many of a customer's texts have been sent, by number. */
  readonly #textsSent = new Map<string, number>()
  #pace = 1
  #isOpen = false

  constructor({ clock, random, directory, switchboard, messages }: Dependencies) {
    this.#timers = new TimerScope(clock)
    this.#random = random
    this.#directory = directory
    this.#switchboard = switchboard
    this.#messages = messages
  }

  /** `pace` is how many times as busy as usual. */
  open(pace = 1): void {
    this.close()
    this.#isOpen = true
    this.#pace = pace
    this.#wait()
  }

  /** What is under way goes on; nothing new begins. */
  close(): void {
    this.#isOpen = false
    this.#timers.cancelAll()
  }

  /** Some of those whom the office texts write back. */
  notice({ name, metadata }: PbxEvent): void {
    const number = metadata['to_number']
    const line = this.#directory.line(String(metadata['from_number']))
    const isAnswerable = this.#isOpen && name === 'SMS_DELIVERED' && line !== undefined
    if (!isAnswerable || typeof number !== 'string' || this.#directory.line(number) !== undefined) return
    if (!this.#random.chance(0.6)) return
    const reply = { from: number, to: line.number, body: this.#random.pick(replies) }
    this.#timers.schedule(this.#random.integer(4_000, 12_000), () => this.#messages.receive(reply))
  }

  #wait(): void {
    this.#timers.schedule(this.#random.integer(1_500, 6_000) / this.#pace, () => {
      this.#letSomethingHappen()
      this.#wait()
    })
  }

  #letSomethingHappen(): void {
    const isCrowded = this.#switchboard.activeCalls().length >= mostCallsAtOnce
    const die = this.#random.next()
    if (die < 0.25 || isCrowded) return this.#customerTexts()
    if (die < 0.5) return this.#queueCall()
    if (die < 0.7) return this.#directCall()
    if (die < 0.83) return this.#outboundCall()
    if (die < 0.93) return this.#internalCall()
    return this.#colleagueTexts()
  }

  #customerTexts(): void {
    const john = this.#directory.users[0]
    const line = john && this.#random.pickAny(this.#directory.linesOf(john).filter(isForTexts))
    if (line === undefined) return
    const customer = this.#random.pick(allCustomers)
    this.#messages.receive({ from: customer.number, to: line.number, body: this.#nextText(customer) })
  }

  #nextText({ number, texts }: Customer): string {
    const sent = this.#textsSent.get(number) ?? 0
    this.#textsSent.set(number, sent + 1)
    return texts[sent % texts.length] ?? 'Hello?'
  }

  #queueCall(): void {
    const queue = this.#random.pickAny(this.#directory.queues)
    const line = queue && this.#directory.lineOfQueue(queue)
    if (queue === undefined || line === undefined) return
    const plan = this.#plan(this.#outcome(['abandoned', 'timeout', 'no_answer']))
    this.#switchboard.receive({ ...this.#caller(), line, rings: { queue }, plan })
  }

  /** Every third one is for John. */
  #directCall(): void {
    const user = this.#random.chance(1 / 3) ? this.#directory.users[0] : this.#freeColleague()
    const line = user && this.#random.pickAny(this.#directory.linesOf(user))
    if (user === undefined || line === undefined) return
    const isPickedUpByOther = this.#random.chance(0.15)
    const answeredBy = isPickedUpByOther ? this.#freeColleague()?.extension : undefined
    const plan = { ...this.#plan(this.#outcome(['missed'])), answeredBy }
    this.#switchboard.receive({ ...this.#caller(), line, rings: { user }, plan })
  }

  #outboundCall(): void {
    const user = this.#freeColleague()
    if (user === undefined) return
    const plan = this.#plan(this.#outcome(['no_answer']))
    this.#switchboard.dial({ user, to: this.#idleCustomer().number, plan })
  }

  #internalCall(): void {
    const caller = this.#freeColleague()
    const callee = this.#free(this.#directory.users)
    if (caller === undefined || callee === undefined || caller === callee) return
    this.#switchboard.dial({
      user: caller,
      to: callee.extension,
      plan: this.#plan(this.#outcome(['no_answer']))
    })
  }

  #colleagueTexts(): void {
    const line = this.#random.pickAny(this.#directory.lines.filter(isForTexts))
    if (line === undefined) return
    const to = this.#random.pick(allCustomers).number
    this.#messages.send({ from: line.number, to, body: this.#random.pick(colleaguesTexts) })
  }

  #caller(): { readonly from: string; readonly callerName: string | null } {
    if (this.#random.chance(0.05)) return { from: 'anonymous', callerName: null }
    const customer = this.#idleCustomer()
    return { from: customer.number, callerName: this.#random.chance(0.7) ? customer.name : null }
  }

  /** Nobody holds two calls at once, as long as there is somebody else. */
  #idleCustomer(): Customer {
    const onTheLine = new Set(this.#switchboard.activeCalls().flatMap(({ from, to }) => [from, to]))
    const idle = allCustomers.filter(({ number }) => !onTheLine.has(number))
    return this.#random.pickAny(idle) ?? this.#random.pick(allCustomers)
  }

  #outcome(unanswered: readonly [CallOutcome, ...CallOutcome[]]): CallOutcome {
    return this.#random.chance(0.7) ? 'answered' : this.#random.pick(unanswered)
  }

  #plan(outcome: CallOutcome): CallPlan {
    const answerAfterMs = this.#random.integer(3_000, 9_000)
    const endAfterMs =
      outcome === 'answered' ? this.#random.integer(8_000, 40_000) : this.#random.integer(9_000, 25_000)
    return { outcome, answerAfterMs, endAfterMs }
  }

  /** John dials for himself: his phone is in the hands of whoever runs the demo. */
  #freeColleague(): User | undefined {
    return this.#free(this.#directory.users.slice(1))
  }

  #free(users: readonly User[]): User | undefined {
    return this.#random.pickAny(
      users.filter(
        ({ extension }) => this.#directory.isRegistered(extension) && !this.#switchboard.isBusy(extension)
      )
    )
  }
}

function isForTexts(line: Line): boolean {
  return line.isSmsEnabled
}
