import type { Call } from '../../../shared/domain/call.ts'
import type { Directory } from '../contacts/index.ts'
import type { Ledger, Page } from '../ports.ts'
import type { CallRecord } from './call-record.ts'

/** What decides whether a call is mine. `myLines` is null where the key cannot tell which are. */
export interface Identity {
  readonly extension: string | null
  readonly myLines: ReadonlySet<string> | null
}

/** Calls as the screens show them: with names, and knowing which are mine. */
export interface CallsService {
  readonly describe: (record: CallRecord) => Call
  list(page: Page): Promise<readonly Call[]>
}

export function createCallsService(
  ledger: Pick<Ledger, 'listCalls'>,
  directory: Directory,
  identity: () => Identity
): CallsService {
  function describe(ledgerRecord: CallRecord): Call {
    const record = seenFrom(identity().extension, ledgerRecord)
    return {
      id: record.id,
      direction: record.direction,
      state: record.state,
      other: directory.describe(record.otherAddress, record.callerName),
      line: record.line === null ? null : directory.describe(record.line),
      queueName: record.queueName,
      agent: record.agentExtension === null ? null : directory.describe(record.agentExtension),
      isMine: isMine(ledgerRecord, identity()),
      startedAtMs: record.startedAtMs,
      answeredAtMs: record.answeredAtMs,
      endedAtMs: record.endedAtMs
    }
  }
  return {
    describe,
    list: async (page) => (await ledger.listCalls(page)).map(describe)
  }
}

/**
 * The ledger tells of a call between colleagues from its caller's side. I see the other one: the caller where I am called, and
 * a call that I place is dialing, not ringing.
 */
function seenFrom(extension: string | null, record: CallRecord): CallRecord {
  if (record.direction !== 'internal' || extension === null) return record
  if (record.otherAddress === extension && record.agentExtension !== null) {
    const wasAnswered = record.answeredAtMs !== null
    return { ...record, otherAddress: record.agentExtension, agentExtension: wasAnswered ? extension : null }
  }
  if (record.agentExtension !== extension) return record
  if (record.state === 'ringing') return { ...record, state: 'dialing' }
  return record.state === 'missed' ? { ...record, state: 'ended' } : record
}

/**
 * A call is mine when I placed it, when an event names my extension, or when it rings at a line of mine. Where a call names
 * no extension and my lines cannot be known (a developer key alone), it counts as mine: one pop-up too many is the smaller harm.
 */
export function isMine(record: CallRecord, { extension, myLines }: Identity): boolean {
  if (record.dialId !== null) return true
  if (record.direction === 'internal') {
    return extension !== null && [record.agentExtension, record.otherAddress].includes(extension)
  }
  if (record.agentExtension !== null) return record.agentExtension === extension
  if (extension !== null && (record.extensions.includes(extension) || record.otherAddress === extension))
    return true
  if (record.direction !== 'inbound') return false
  if (myLines === null) return record.extensions.length === 0 && record.queueName === null
  return record.line !== null && myLines.has(record.line)
}
