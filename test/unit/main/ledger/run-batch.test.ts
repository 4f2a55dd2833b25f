import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../src/main/ledger/open-database.ts'
import { createOperations } from '../../../../src/main/ledger/operations.ts'
import type { OperationRequest } from '../../../../src/main/ledger/protocol.ts'
import { createBatchRunner } from '../../../../src/main/ledger/run-batch.ts'
import { webhookEvent } from '../../../fakes/webhook-samples.ts'

const text = (id: string, length: number, seq = 0): OperationRequest => ({
  name: 'appendEvent',
  args: [
    webhookEvent('SMS_RECEIVED', { message_id: id, from: '+15551234567', to: '1', body: 'x'.repeat(length) }),
    { stream: 'events', seq }
  ]
})
const position: OperationRequest = { name: 'readStreamPosition', args: ['events'] }
const count: OperationRequest = { name: 'countEvents', args: [] }

describe('a batch', () => {
  it('stores nothing of a batch for which there is no room, and goes on when there is', () => {
    const database = openDatabase(null, '')
    const ledger = createOperations(database, { region: 'US', aliases: {} }, () => {})
    const runBatch = createBatchRunner(database, ledger, () => {})
    const run = (...batch: readonly OperationRequest[]) => runBatch(batch)
    run(text('m0', 10))
    database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`)
    const refused = run(text('m1', 10), text('m2', 200_000), text('m3', 10))
    const unavailable = expect.objectContaining({ outcome: 'unavailable' })
    expect(refused).toEqual([unavailable, unavailable, unavailable])
    expect(run(count)).toMatchObject([{ outcome: 'done', value: { count: 1 } }])
    database.pragma('max_page_count = 10000')
    expect(run(text('m1', 10), text('m2', 200_000))).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
    database.close()
  })

  it('of many events stores and counts none either, and leaves none to be projected', () => {
    const database = openDatabase(null, '')
    const ledger = createOperations(database, { region: 'US', aliases: {} }, () => {})
    const run = createBatchRunner(database, ledger, () => {})
    const burst = Array.from({ length: 20 }, (_, index) => text(`m${index}`, 10_000, index + 1))
    database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`)
    const unavailable = expect.objectContaining({ outcome: 'unavailable' })
    expect(run(burst)).toEqual(burst.map(() => unavailable))
    expect(ledger.backlog.fromSeq()).toBeNull()
    expect(run([position])).toMatchObject([{ value: 0 }])
    database.pragma('max_page_count = 10000')
    expect(run(burst)).toEqual(burst.map(() => 'stored'))
    expect(ledger.backlog.fromSeq()).toBe(1)
    expect(run([position])).toMatchObject([{ value: 20 }])
    const sightings: OperationRequest = { name: 'listWebhookSightings', args: [] }
    expect(run([sightings])).toMatchObject([{ value: [{ count: 20 }] }])
    database.close()
  })

  it('takes again what it could not store while others wait', () => {
    const database = openDatabase(null, '')
    const ledger = createOperations(database, { region: 'US', aliases: {} }, () => {})
    const run = createBatchRunner(database, ledger, () => {})
    const bursts = [0, 1].map((part) =>
      Array.from({ length: 20 }, (_, index) => text(`m${part}-${index}`, index === 0 ? 10 : 10_000))
    )
    const [first = [], second = []] = bursts
    expect(run(first)).toEqual(first.map(() => 'stored'))
    // Room for the first of them, and not for the next.
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 1}`)
    const unavailable = expect.objectContaining({ outcome: 'unavailable' })
    expect(run(second)).toEqual(second.map(() => unavailable))
    database.pragma('max_page_count = 10000')
    expect(run(second)).toEqual(second.map(() => 'stored'))
    expect(run([...second, ...first])).toEqual([...second, ...first].map(() => 'duplicate'))
    database.close()
  })
})
