import { describe, expect, it } from 'vitest'
import { LedgerUnavailable } from '../../../../src/main/core/ports.ts'
import { openTestLedger } from '../../../fakes/test-ledger.ts'
import { webhookEvent } from '../../../fakes/webhook-samples.ts'

/** A worker that opens at once and then does what `onMessage`, JavaScript, says. */
function worker(onMessage: string): URL {
  const script = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', message => { ${onMessage} })
    parentPort.postMessage({ kind: 'opened', recovered: null })`
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`)
}
const event = webhookEvent('CALL_ENDED', { call_id: 'c1' })

describe('openLedger', () => {
  it('rejects all that waits when its worker dies, and all that comes after', async () => {
    const ledger = await openTestLedger({ workerFile: worker('process.exit(1)') })
    const waiting = [ledger.appendEvent(event), ledger.appendEvent(event), ledger.countEvents()]
    for (const each of await Promise.allSettled(waiting)) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(LedgerUnavailable) })
    }
    await expect(ledger.countEvents()).rejects.toBeInstanceOf(LedgerUnavailable)
    await ledger.close()
  })

  it('rejects where the worker does not even open its database', async () => {
    await expect(openTestLedger({ workerFile: new URL('data:text/javascript,') })).rejects.toBeInstanceOf(
      LedgerUnavailable
    )
  })

  it('posts one batch while the next fills', async () => {
    const answerWithSize = `const value = message.batch?.length
      if (message === 'close') parentPort.close()
      else parentPort.postMessage({ kind: 'results', results: message.batch.map(() => ({ outcome: 'done', value })) })`
    const ledger = await openTestLedger({ workerFile: worker(answerWithSize), maxBatchSize: 3 })
    const sizes = await Promise.all(Array.from({ length: 8 }, () => ledger.countEvents()))
    expect(sizes).toEqual([1, 3, 3, 3, 3, 3, 3, 1])
    await ledger.close()
  })
})
