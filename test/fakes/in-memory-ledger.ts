import type { CallRecord } from '../../src/main/core/calls/index.ts'
import type { Intent, IntentOutcome } from '../../src/main/core/intent.ts'
import type { MessageRecord, ThreadRecord } from '../../src/main/core/messages/index.ts'
import { type Ledger, type LedgerChanges, LedgerUnavailable, type Page } from '../../src/main/core/ports.ts'
import { threadIdOf } from '../../src/shared/domain/message.ts'

const nothing: LedgerChanges = { calls: [], messages: [], threads: [] }

/** A ledger of what a test puts into it and of the intents it is given; events are not projected. */
export class InMemoryLedger implements Ledger {
  readonly intents = new Map<string, Intent>()
  readonly outcomes = new Map<string, IntentOutcome>()
  calls: readonly CallRecord[] = []
  messages: readonly MessageRecord[] = []
  threads: readonly ThreadRecord[] = []
  /** The methods whose disk is full. */
  readonly unavailable = new Set<keyof Ledger>()

  async addIntent(intent: Intent): ReturnType<Ledger['addIntent']> {
    await this.#reach('addIntent')
    if (this.intents.has(intent.id)) return { isNew: false, changes: nothing }
    this.intents.set(intent.id, intent)
    return { isNew: true, changes: this.#changesOf(intent) }
  }

  async settleIntent(id: string, outcome: IntentOutcome): Promise<LedgerChanges> {
    await this.#reach('settleIntent')
    this.outcomes.set(id, outcome)
    const intent = this.intents.get(id)
    return intent ? this.#changesOf(intent) : nothing
  }

  async getMessage(id: string): Promise<MessageRecord | null> {
    await this.#reach('getMessage')
    return [...this.messages, ...this.#sentMessages()].find((message) => message.id === id) ?? null
  }

  async listCalls({ limit }: Page): Promise<readonly CallRecord[]> {
    await this.#reach('listCalls')
    return this.calls.slice(0, limit)
  }

  async listThreads(): Promise<readonly ThreadRecord[]> {
    await this.#reach('listThreads')
    return this.threads
  }

  async listMessages(threadId: string, { limit }: Page): Promise<readonly MessageRecord[]> {
    await this.#reach('listMessages')
    return this.messages.filter((message) => message.threadId === threadId).slice(-limit)
  }

  async listContacts(address: string, limit: number): ReturnType<Ledger['listContacts']> {
    await this.#reach('listContacts')
    const isWith = (record: { readonly otherAddress: string }) => record.otherAddress === address
    return {
      calls: this.calls.filter(isWith).slice(-limit),
      messages: this.messages.filter(isWith).slice(-limit)
    }
  }

  async markThreadRead(threadId: string): Promise<ThreadRecord | null> {
    await this.#reach('markThreadRead')
    const thread = this.threads.find(({ id }) => id === threadId)
    if (!thread) return null
    const read = { ...thread, unreadCount: 0 }
    this.threads = this.threads.map((other) => (other === thread ? read : other))
    return read
  }

  appendEvent(): ReturnType<Ledger['appendEvent']> {
    return Promise.resolve({ isDuplicate: false, changes: nothing })
  }

  settleOrphans(): Promise<LedgerChanges> {
    return Promise.resolve(nothing)
  }

  countEvents(): ReturnType<Ledger['countEvents']> {
    return Promise.resolve({ count: 0, lastReceivedAtMs: null })
  }

  setRegion(): Promise<void> {
    return Promise.resolve()
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  #reach(method: keyof Ledger): Promise<void> {
    return this.unavailable.has(method)
      ? Promise.reject(new LedgerUnavailable('The disk is full'))
      : Promise.resolve()
  }

  #changesOf(intent: Intent): LedgerChanges {
    return { ...nothing, messages: this.#sentMessages().filter(({ id }) => id === intent.id) }
  }

  #sentMessages(): readonly MessageRecord[] {
    return [...this.intents.values()].flatMap((intent) => {
      if (intent.kind !== 'message') return []
      const { id, line, to, body, createdAtMs } = intent
      const outcome = this.outcomes.get(id)
      return {
        id,
        threadId: threadIdOf(line, to),
        line,
        otherAddress: to,
        direction: 'out' as const,
        body,
        state: outcome?.state ?? ('sending' as const),
        reason: outcome && outcome.state !== 'accepted' ? outcome.reason : null,
        atMs: createdAtMs
      }
    })
  }
}
