import type { StreamPosition } from '../core/ports.ts'
import type { OperationRequest, SentEvent } from './protocol.ts'

type PackedEvent = readonly [
  position: StreamPosition | undefined,
  key: SentEvent['key'],
  name: SentEvent['name'],
  accountId: SentEvent['accountId'],
  occurredAtMs: SentEvent['occurredAtMs'],
  receivedAtMs: SentEvent['receivedAtMs'],
  method: SentEvent['method'],
  raw: SentEvent['raw'],
  tokenId: SentEvent['tokenId']
]

/** An operation on its way to the worker. The names of an event's fields would take as long to copy as what is in them. */
export type Packed = PackedEvent | Exclude<OperationRequest, { readonly name: 'appendEvent' }>

export function pack(request: OperationRequest): Packed {
  if (request.name !== 'appendEvent') return request
  const [event, position] = request.args
  const { key, name, accountId, occurredAtMs, receivedAtMs, method, raw, tokenId } = event
  return [position, key, name, accountId, occurredAtMs, receivedAtMs, method, raw, tokenId]
}

export function unpack(packed: Packed): OperationRequest {
  if ('args' in packed) return packed
  const [position, key, name, accountId, occurredAtMs, receivedAtMs, method, raw, tokenId] = packed
  const event = { key, name, accountId, occurredAtMs, receivedAtMs, method, raw, tokenId }
  return { name: 'appendEvent', args: [event, position] }
}
