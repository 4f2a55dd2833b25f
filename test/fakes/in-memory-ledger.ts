import {
  type CallObservation,
  type CallPage,
  type CallQuery,
  type CallRecord,
  peopleOf
} from '../../src/main/core/calls/index.ts'
import type { Intent, IntentOutcome } from '../../src/main/core/intent.ts'
import type {
  DraftRecord,
  ImportedMessage,
  MessageRecord,
  ScheduledRecord,
  StopRecord,
  ThreadMarks,
  ThreadRecord
} from '../../src/main/core/messages/message-record.ts'
import {
  type Ledger,
  type LedgerChanges,
  type LostTime,
  type MessagePage,
  type NoteRecord,
  noChanges,
  type StoredEvent,
  type WebhookSighting
} from '../../src/main/core/ports.ts'
import type { LostCallerMarks, LostCallerRecords } from '../../src/main/core/queues/index.ts'
import { isOver } from '../../src/shared/domain/call.ts'
import type { Gap } from '../../src/shared/domain/gap.ts'
import { threadIdOf } from '../../src/shared/domain/message.ts'
import { InMemorySharing } from './in-memory-sharing.ts'
import { inMemoryTimeline, isBefore } from './in-memory-timeline.ts'

const nothing = noChanges

/** A ledger of what a test puts into it and of the intents it is given; events are not projected. */
export class InMemoryLedger extends InMemorySharing implements Ledger {
  readonly intents = new Map<string, Intent>()
  readonly outcomes = new Map<string, IntentOutcome>()
  calls: readonly CallRecord[] = []
  messages: readonly MessageRecord[] = []
  threads: readonly ThreadRecord[] = []
  notes: readonly NoteRecord[] = []
  events: readonly StoredEvent[] = []
  drafts: readonly DraftRecord[] = []
  scheduled: readonly ScheduledRecord[] = []
  stops: readonly StopRecord[] = []
  readonly observations: CallObservation[] = []
  lostCallers: LostCallerRecords = { lost: [], talks: [], marks: [] }
  /** Newest first. */
  gaps: readonly Gap[] = []
  /** What was said of when it ceased to hear. */
  listeningEnds: readonly { readonly atMs: number; readonly reason: string }[] = []
  caughtUp: readonly { readonly atMs: number; readonly lost: LostTime | null }[] = []
  #endedGap: object | null = null
  sightings: readonly WebhookSighting[] = []
  /** What any search finds. */
  found: Awaited<ReturnType<Ledger['search']>> = { people: [], texts: [] }

  async addIntent(intent: Intent): ReturnType<Ledger['addIntent']> {
    await this.reach('addIntent')
    const sentDrafts = this.drafts.filter(({ intentId }) => intentId === intent.id)
    this.drafts = this.drafts.filter((draft) => !sentDrafts.includes(draft))
    this.scheduled = this.scheduled.filter(({ id }) => id !== intent.id)
    if (this.intents.has(intent.id)) return { isNew: false, changes: { ...nothing, sentDrafts } }
    this.intents.set(intent.id, intent)
    return { isNew: true, changes: { ...this.#changesOf(intent), sentDrafts } }
  }

  async listLastDials(limit: number): ReturnType<Ledger['listLastDials']> {
    await this.reach('listLastDials')
    const dials = [...this.intents.values()].flatMap((intent) => {
      const state = this.outcomes.get(intent.id)?.state
      if (intent.kind !== 'dial' || state === 'refused') return []
      return [[intent.to, { ...intent, isUnsure: state !== 'accepted' }] as const]
    })
    return [...new Map(dials).values()]
      .toSorted((one, other) => other.createdAtMs - one.createdAtMs)
      .slice(0, limit)
  }

  async settleIntent(id: string, outcome: IntentOutcome): Promise<LedgerChanges> {
    await this.reach('settleIntent')
    this.outcomes.set(id, outcome)
    const intent = this.intents.get(id)
    return intent ? this.#changesOf(intent) : nothing
  }

  async getMessage(id: string): Promise<MessageRecord | null> {
    await this.reach('getMessage')
    return [...this.messages, ...this.#sentMessages()].find((message) => message.id === id) ?? null
  }

  async listCalls({ limit }: CallQuery): Promise<CallPage> {
    await this.reach('listCalls')
    return { calls: this.calls.slice(0, limit), gaps: [], next: null }
  }

  async getCall(id: string): Promise<CallRecord | null> {
    await this.reach('getCall')
    return this.calls.find((call) => call.id === id) ?? null
  }

  listDoors(): ReturnType<Ledger['listDoors']> {
    return Promise.resolve({ queueNames: [], lines: [] })
  }

  listRunningCalls(): Promise<readonly CallRecord[]> {
    return Promise.resolve(this.calls.filter(({ state }) => !isOver(state)))
  }

  observeCall(observation: CallObservation): Promise<LedgerChanges> {
    this.observations.push(observation)
    return Promise.resolve(nothing)
  }

  countUnreadCalls(): Promise<number> {
    return Promise.resolve(this.calls.filter(({ isUnread }) => isUnread).length)
  }

  markCallsRead(ids: readonly string[] | null): Promise<LedgerChanges> {
    const marked = this.calls.filter(({ id, isUnread }) => isUnread && (ids === null || ids.includes(id)))
    return Promise.resolve({
      ...nothing,
      calls: marked.map((call) => this.#change(call.id, { isUnread: false }))
    })
  }

  setCallNote(id: string, body: string, isShared = false): Promise<CallRecord | null> {
    return Promise.resolve(this.#change(id, { note: body === '' ? null : body, isNoteShared: isShared }))
  }

  setCallOutcome(id: string, outcome: string | null): Promise<CallRecord | null> {
    return Promise.resolve(this.#change(id, { outcome }))
  }

  forgetCall(id: string): Promise<LedgerChanges> {
    const gone = this.calls.filter((call) => call.id === id)
    this.calls = this.calls.filter((call) => !gone.includes(call))
    return Promise.resolve({ ...nothing, removedCallIds: gone.map((call) => call.id) })
  }

  forgetPerson(address: string): Promise<LedgerChanges> {
    const gone = this.calls.filter((call) => peopleOf(call).some((each) => each.address === address))
    this.calls = this.calls.filter((call) => !gone.includes(call))
    return Promise.resolve({ ...nothing, removedCallIds: gone.map(({ id }) => id) })
  }

  async listThreads(): Promise<readonly ThreadRecord[]> {
    await this.reach('listThreads')
    return this.threads
  }

  async countUnreadMessages(): Promise<number> {
    await this.reach('countUnreadMessages')
    return this.threads.reduce((sum, { isMuted, unreadCount }) => sum + (isMuted ? 0 : unreadCount), 0)
  }

  async listMessages(threadId: string, { before, limit }: MessagePage): Promise<readonly MessageRecord[]> {
    await this.reach('listMessages')
    return this.messages
      .filter((message) => message.threadId === threadId)
      .filter(({ atMs, id }) => before === null || isBefore([atMs, id], [before.atMs, before.id]))
      .toSorted((one, other) => (isBefore([one.atMs, one.id], [other.atMs, other.id]) ? -1 : 1))
      .slice(-limit)
  }

  async getTimeline(
    address: string,
    { before, limit }: Parameters<Ledger['getTimeline']>[1]
  ): ReturnType<Ledger['getTimeline']> {
    await this.reach('getTimeline')
    const { calls, messages, notes } = this
    return inMemoryTimeline({ calls, messages, notes }, address, { before, limit })
  }

  saveNote(note: NoteRecord): Promise<NoteRecord> {
    this.notes = [...this.notes.filter(({ id }) => id !== note.id), ...(note.body === '' ? [] : [note])]
    return Promise.resolve(note)
  }

  async markThread(threadId: string, marks: ThreadMarks): Promise<ThreadRecord | null> {
    await this.reach('markThread')
    const thread = this.threads.find(({ id }) => id === threadId)
    if (!thread) return null
    const { isRead, isMuted = thread.isMuted, isArchived = thread.isArchived } = marks
    const count = thread.unreadCount
    const unreadCount = isRead === undefined ? count : isRead ? 0 : Math.max(1, count)
    const marked = { ...thread, unreadCount, isMuted, isArchived }
    this.threads = this.threads.map((other) => (other === thread ? marked : other))
    return marked
  }

  listDrafts(): Promise<readonly DraftRecord[]> {
    return Promise.resolve(this.drafts)
  }

  async saveDraft(draft: DraftRecord): Promise<void> {
    await this.reach('saveDraft')
    const others = this.drafts.filter(({ address }) => address !== draft.address)
    this.drafts = draft.body === '' ? others : [...others, draft]
  }

  async listScheduled(): Promise<readonly ScheduledRecord[]> {
    await this.reach('listScheduled')
    return this.scheduled.toSorted((one, other) => one.dueAtMs - other.dueAtMs)
  }

  async saveScheduled(messages: readonly ScheduledRecord[]): Promise<void> {
    await this.reach('saveScheduled')
    const changed = new Map(messages.map((message) => [message.id, message]))
    const kept = this.scheduled.map((message) => changed.get(message.id) ?? message)
    const isNew = ({ id }: ScheduledRecord) => !this.scheduled.some((message) => message.id === id)
    this.scheduled = [...kept, ...messages.filter(isNew)]
  }

  async removeScheduled(ids: readonly string[]): Promise<readonly ScheduledRecord[]> {
    await this.reach('removeScheduled')
    const removed = this.scheduled.filter(({ id }) => ids.includes(id))
    this.scheduled = this.scheduled.filter((message) => !removed.includes(message))
    return removed
  }

  async getStop(address: string): Promise<StopRecord | null> {
    await this.reach('getStop')
    return this.stops.find((stop) => stop.address === address) ?? null
  }

  async saveStop(stop: StopRecord): Promise<StopRecord> {
    await this.reach('saveStop')
    const before = this.stops.find(({ address }) => address === stop.address)
    if (before !== undefined && before.atMs > stop.atMs) return before
    this.stops = [...this.stops.filter((other) => other !== before), stop]
    return stop
  }

  countNewMessages(messages: readonly ImportedMessage[]): Promise<number> {
    return Promise.resolve(messages.filter((message) => !this.#has(message)).length)
  }

  async importMessages(messages: readonly ImportedMessage[]): Promise<number> {
    await this.reach('importMessages')
    const added = messages.filter((message) => !this.#has(message))
    const records = added.map(({ messageId, ...message }) => ({
      ...message,
      id: messageId ?? `import-${message.direction}-${message.atMs}-${message.body}`,
      threadId: threadIdOf(message.line, message.otherAddress),
      reason: null
    }))
    this.messages = [...this.messages, ...records]
    return added.length
  }

  readLostCallers(): ReturnType<Ledger['readLostCallers']> {
    return Promise.resolve(this.lostCallers)
  }

  async markLostCaller(marks: LostCallerMarks): Promise<void> {
    await this.reach('markLostCaller')
    const others = this.lostCallers.marks.filter(({ address }) => address !== marks.address)
    this.lostCallers = { ...this.lostCallers, marks: [...others, marks] }
  }

  search({ limit }: Parameters<Ledger['search']>[0]): ReturnType<Ledger['search']> {
    const { people, texts } = this.found
    return Promise.resolve({ people: people.slice(0, limit), texts: texts.slice(0, limit) })
  }

  async appendEvent(...[, position]: Parameters<Ledger['appendEvent']>): ReturnType<Ledger['appendEvent']> {
    if (position !== undefined) await this.saveStreamPosition(position)
    return { isDuplicate: false, changes: nothing }
  }

  settleOrphans(): ReturnType<Ledger['settleOrphans']> {
    return Promise.resolve({ changes: nothing, dials: [] })
  }

  countEvents(): ReturnType<Ledger['countEvents']> {
    return Promise.resolve({ count: 0, lastReceivedAtMs: null })
  }

  listEvents(): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.events)
  }

  getEvent(seq: number): Promise<StoredEvent | null> {
    return Promise.resolve(this.events.find((event) => event.seq === seq) ?? null)
  }

  setReader(): Promise<void> {
    return Promise.resolve()
  }

  endListening(atMs: number, reason: string): Promise<void> {
    this.listeningEnds = [...this.listeningEnds, { atMs, reason }]
    return Promise.resolve()
  }

  listGaps(limit: number): ReturnType<Ledger['listGaps']> {
    return Promise.resolve(this.gaps.slice(0, limit))
  }

  listWebhookSightings(): ReturnType<Ledger['listWebhookSightings']> {
    return Promise.resolve(this.sightings)
  }

  /** What is recorded after it was said that it did not hear comes after a gap. */
  recordListening(atMs: number): Promise<boolean> {
    const end = this.listeningEnds.at(-1)
    if (end === undefined || end === this.#endedGap) return Promise.resolve(false)
    this.#endedGap = end
    this.gaps = [{ fromMs: end.atMs, toMs: atMs, reason: end.reason }, ...this.gaps]
    return Promise.resolve(true)
  }

  /** What was not heard before is no gap, but for what is lost. */
  recordCaughtUp(atMs: number, lost: LostTime | null): Promise<boolean> {
    const end = this.listeningEnds.at(-1)
    this.caughtUp = [...this.caughtUp, { atMs, lost }]
    if (end === undefined || end === this.#endedGap) return Promise.resolve(false)
    this.#endedGap = end
    if (lost === null || lost.untilMs <= end.atMs) return Promise.resolve(false)
    this.gaps = [{ fromMs: end.atMs, toMs: lost.untilMs, reason: lost.reason }, ...this.gaps]
    return Promise.resolve(true)
  }

  forgetStream(stream: string, lost: LostTime | null): Promise<boolean> {
    this.positions.delete(stream)
    return lost === null ? Promise.resolve(false) : this.recordCaughtUp(lost.untilMs, lost)
  }

  forgetBefore(): ReturnType<Ledger['forgetBefore']> {
    return Promise.resolve({ isDone: true })
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  #has({ messageId, line, otherAddress, direction, body, atMs }: ImportedMessage): boolean {
    const content = JSON.stringify([line, otherAddress, direction, body, atMs])
    const contentOf = (it: MessageRecord) =>
      JSON.stringify([it.line, it.otherAddress, it.direction, it.body, it.atMs])
    return this.messages.some((it) => it.id === messageId || contentOf(it) === content)
  }

  #change(id: string, change: Partial<CallRecord>): CallRecord {
    const before = this.calls.find((call) => call.id === id)
    if (before === undefined) throw new Error(`There is no call ${id}`)
    const after = { ...before, ...change }
    this.calls = this.calls.map((call) => (call === before ? after : call))
    return after
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
