import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'

/**
 * A call is mine when I placed it, when an event names my extension, or when it rings at a line of mine. Where a call names
 * no extension and my lines cannot be known (a developer key alone), it counts as mine: one pop-up too many is the smaller harm.
 * `ledger/call-filter.ts` says the same in SQL.
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
