import type { Call, CallCursor, CallFilter } from '../../../shared/domain/call.ts'
import { type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Doors, HistoryPage } from '../../../shared/domain/history.ts'
import type { Message } from '../../../shared/domain/message.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { TimelineCursor, TimelinePage } from '../../../shared/domain/timeline.ts'
import type { Directory } from '../contacts/index.ts'
import type { LiveValue } from '../live-value.ts'
import type { MessageRecord } from '../messages/index.ts'
import {
  type CallLedger,
  type LedgerChanges,
  type NoteLedger,
  noChanges,
  type SharedWorkLedger
} from '../ports.ts'
import type { SharedWork } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import type { WallClock } from '../wall-clock.ts'
import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'
import { createCallRemarks } from './call-remarks.ts'
import { describeCall } from './describe-call.ts'
import { joinTimeline } from './timeline.ts'

const done = { ok: true } as const

/** Calls as the screens show them, and what the user says of them. */
export interface CallsService {
  readonly describe: (record: CallRecord) => Call
  list(filter: CallFilter, after: CallCursor | null, limit: number): Promise<HistoryPage>
  get(callId: string): Promise<Call | null>
  listDoors(): Promise<Doors>
  /** The lost calls of mine that nobody has looked at. */
  countUnread(): Promise<number>
  /** Null marks all. */
  markRead(callIds: readonly string[] | null): Promise<void>
  /** `seen` is what it was when it began to be changed: see `call-remarks.ts`. */
  setNote(callId: string, body: string, seen: string): Promise<Outcome<Call>>
  setOutcome(callId: string, outcome: string | null, seen: string | null): Promise<Outcome<Call>>
  forgetCall(callId: string): Promise<Outcome<typeof done>>
  forgetPerson(address: string): Promise<Outcome<typeof done>>
  /** Everything shared with an address: the newest `limit` entries that are older than `before`, oldest first. */
  timeline(
    address: string,
    page: { readonly before: TimelineCursor | null; readonly limit: number }
  ): Promise<TimelinePage>
}

interface Dependencies {
  readonly ledger: CallLedger & NoteLedger & SharedWorkLedger
  readonly work: SharedWork
  readonly settings: Pick<LiveValue<Settings>, 'get' | 'watch'>
  readonly directory: Directory
  readonly identity: () => Identity
  /** The extensions of colleagues whose names hold a text. */
  readonly findColleagues: (text: string) => readonly string[]
  readonly describeMessage: (record: MessageRecord) => Message
  readonly publish: (changes: LedgerChanges) => void
  /** So much is gone that what is shown is to be asked for again. */
  readonly publishReplaced: () => void
  /** Of what was dialed from here something may be gone too. */
  readonly dialsForgotten: () => void
  readonly clock: WallClock
  readonly t: Translate
}

export function createCallsService(dependencies: Dependencies): CallsService {
  const { ledger, directory, identity, findColleagues, describeMessage } = dependencies
  const { publish, publishReplaced, dialsForgotten, work, settings } = dependencies
  const remarks = createCallRemarks({
    ...dependencies,
    isSharingChosen: () => settings.get().isSharingRemarks,
    publish: (record) => publish({ ...noChanges, calls: [record] })
  })
  const describe = (record: CallRecord): Call =>
    describeCall(record, identity(), directory, remarks.areShared())

  async function changed(change: Promise<Outcome<CallRecord>>): Promise<Outcome<Call>> {
    const outcome = await change
    if (!outcome.ok) return outcome
    publish({ ...noChanges, calls: [outcome.value] })
    return succeeded(describe(outcome.value))
  }

  let wereShared = remarks.areShared()
  const reconsider = () => {
    if (remarks.areShared() === wereShared) return
    wereShared = !wereShared
    publishReplaced()
  }
  settings.watch(reconsider)
  work.state.watch(reconsider)

  return {
    describe,
    async list(filter, after, limit) {
      const alsoAddresses = filter.text.trim() === '' ? [] : findColleagues(filter.text)
      const page = await ledger.listCalls({ filter, identity: identity(), alsoAddresses, after, limit })
      return { ...page, calls: page.calls.map(describe) }
    },
    async get(callId) {
      const record = await ledger.getCall(callId)
      return record === null ? null : describe(record)
    },
    async listDoors() {
      const { queueNames, lines } = await ledger.listDoors()
      return { queueNames, lines: lines.map((address) => directory.describe(address)) }
    },
    countUnread: () => ledger.countUnreadCalls(identity()),
    async markRead(callIds) {
      const changes = await ledger.markCallsRead(callIds)
      if (callIds === null && changes.calls.length > 0) publishReplaced()
      else publish(changes)
    },
    setNote: (callId, body, seen) => changed(remarks.setNote(callId, body, seen)),
    setOutcome: (callId, outcome, seen) => changed(remarks.setOutcome(callId, outcome, seen)),
    async forgetCall(callId) {
      const changes = await ledger.forgetCall(callId)
      publish(changes)
      if (changes.removedCallIds.length > 0) dialsForgotten()
      return succeeded(done)
    },
    async forgetPerson(address) {
      publish(await ledger.forgetPerson(address))
      publishReplaced()
      return succeeded(done)
    },
    async timeline(address, page) {
      const { earlier, ...shared } = await ledger.getTimeline(address, page)
      const calls = shared.calls.map(describe)
      const messages = shared.messages.map(describeMessage)
      return { entries: joinTimeline({ ...shared, calls, messages }), earlier }
    }
  }
}
