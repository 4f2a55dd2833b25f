import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { pack } from '../../../../src/main/ledger/packed.ts'
import type { OperationRequest, ToWorker } from '../../../../src/main/ledger/protocol.ts'
import { takeBatches } from '../../../../src/main/ledger/take-batches.ts'
import { webhookEvent } from '../../../fakes/webhook-samples.ts'

const listing = (limit: number): OperationRequest => ({ name: 'listGaps', args: [limit] })

/** The batches that come of what was posted before anybody looked, the last of it `close`. */
async function batchesOf(
  maxBatchSize: number,
  ...posts: readonly (readonly OperationRequest[])[]
): Promise<OperationRequest[][]> {
  const { port1, port2 } = new MessageChannel()
  const messages: ToWorker[] = [...posts.map((post) => post.map(pack)), 'close']
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  for (const message of messages) port1.postMessage(message)
  const batches: OperationRequest[][] = []
  await new Promise<void>((resolve) => {
    takeBatches(port2, maxBatchSize, { run: (batch) => batches.push([...batch]), end: resolve })
  })
  port2.close()
  return batches
}

describe('takeBatches', () => {
  it('puts together what was posted meanwhile', async () => {
    const batches = await batchesOf(500, [listing(1), listing(2)], [listing(3)], [listing(4)])
    expect(batches).toEqual([[1, 2, 3, 4].map(listing)])
  })

  it('makes no batch larger than it may be', async () => {
    const batches = await batchesOf(3, [listing(1), listing(2)], [3, 4, 5, 6, 7].map(listing))
    expect(batches.map((batch) => batch.length)).toEqual([3, 3, 1])
    expect(batches.flat()).toEqual([1, 2, 3, 4, 5, 6, 7].map(listing))
  })

  it('makes none of nothing', async () => {
    expect(await batchesOf(3)).toEqual([])
  })

  it('gets events as they were sent, but for the fields that their text has too', async () => {
    const { metadata: _metadata, ...event } = webhookEvent('CALL_ENDED', { call_id: 'c1' })
    const position = { stream: 'events', seq: 4 }
    const requests: OperationRequest[] = [
      { name: 'appendEvent', args: [event, position] },
      { name: 'appendEvent', args: [event, undefined] }
    ]
    expect(await batchesOf(500, requests)).toEqual([requests])
  })
})
