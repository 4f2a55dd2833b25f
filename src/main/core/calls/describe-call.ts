import { type Call, isLost } from '../../../shared/domain/call.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { Directory } from '../contacts/index.ts'
import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'
import { isMine } from './is-mine.ts'
import { isWaiting } from './is-waiting.ts'
import { endOf, otherOf, peopleOf } from './other-of.ts'
import type { SharedRemark } from './shared-remark.ts'

/** A call as the screens show it: with names, and knowing whether it is mine. What the team says of it counts where that is shared. */
export function describeCall(
  ledgerRecord: CallRecord,
  identity: Identity,
  directory: Directory,
  isShared: boolean
): Call {
  const shared = isShared ? ledgerRecord.shared : null
  const record = seenFrom(identity.extension, ledgerRecord)
  const other = peopleOf(ledgerRecord).find(({ address }) => address === record.otherAddress)
  return {
    id: record.id,
    direction: record.direction,
    state: record.state,
    other: directory.describe(record.otherAddress, other?.toldName),
    isOutgoing:
      record.direction === 'outbound' ||
      (record.direction === 'internal' && endOf(ledgerRecord, identity.extension) !== 'called'),
    line: record.line === null ? null : directory.describe(record.line),
    queueName: record.queueName,
    agent: record.agentExtension === null ? null : directory.describe(record.agentExtension),
    isMine: isMine(ledgerRecord, identity),
    startedAtMs: record.startedAtMs,
    answeredAtMs: record.answeredAtMs,
    endedAtMs: record.endedAtMs,
    isEndApproximate: record.isEndApproximate,
    isSeenOnly: record.isSeenOnly,
    isUnread: isWaiting(ledgerRecord, identity),
    ...(shared === null
      ? { note: record.note, outcome: record.outcome, remark: null, keptNote: null }
      : {
          note: shared.note,
          outcome: shared.outcome,
          remark: { by: authorOf(shared, identity, directory), atMs: shared.atMs },
          keptNote: record.isNoteShared || record.note === shared.note ? null : record.note
        })
  }
}

const authorOf = ({ by }: SharedRemark, { extension }: Identity, directory: Directory): Party | null =>
  by.extension === extension ? null : directory.describe(by.extension, by.name)

/**
 * The ledger tells of a call between colleagues from its caller's end. I see the other one: the caller where I am called, and
 * a call that I place is dialing, not ringing, and never one that I missed.
 */
function seenFrom(extension: string | null, record: CallRecord): CallRecord {
  const end = endOf(record, extension)
  if (end === 'called') {
    const agentExtension = record.answeredAtMs === null ? null : extension
    return { ...record, otherAddress: otherOf(record, extension), agentExtension }
  }
  if (end === null) return record
  if (record.state === 'ringing') return { ...record, state: 'dialing' }
  return isLost(record.state) ? { ...record, state: 'ended' } : record
}
