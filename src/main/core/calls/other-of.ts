import type { CallRecord } from './call-record.ts'

type Ends = Pick<CallRecord, 'direction' | 'otherAddress' | 'agentExtension'>

/** Who placed a call between colleagues, of which the ledger tells from that end; null of any other call. */
export const callerOf = ({ direction, agentExtension }: Ends): string | null =>
  direction === 'internal' ? agentExtension : null

/** On which end of a call between colleagues an extension is; null where it is on none. `ledger/call-filter.ts` says the same in SQL. */
export function endOf(call: Ends, extension: string | null): 'caller' | 'called' | null {
  const caller = callerOf(call)
  if (caller === null || extension === null) return null
  if (caller === extension) return 'caller'
  return call.otherAddress === extension ? 'called' : null
}

/** Whom a call is with, as seen from an extension: whoever is called by a colleague sees that one. */
export const otherOf = (call: Ends, extension: string | null): string =>
  (endOf(call, extension) === 'called' ? callerOf(call) : null) ?? call.otherAddress

/** Whom a call is with, whoever looks, each with the name that was told: between colleagues both. */
export function peopleOf(
  call: Ends & Pick<CallRecord, 'callerName'>
): readonly { readonly address: string; readonly toldName: string | null }[] {
  const { otherAddress: address, callerName } = call
  const caller = callerOf(call)
  if (caller === null) return [{ address, toldName: callerName }]
  return [
    { address: caller, toldName: callerName },
    { address, toldName: null }
  ]
}
