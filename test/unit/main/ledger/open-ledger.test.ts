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

  it('posts a dozen at once, and the rest when the turn ends', async () => {
    const answerWithSize = `const value = message.length
      if (message === 'close') parentPort.close()
      else parentPort.postMessage({ kind: 'results', results: message.map(() => ({ outcome: 'done', value })) })`
    const ledger = await openTestLedger({ workerFile: worker(answerWithSize) })
    const sizes = await Promise.all(Array.from({ length: 27 }, () => ledger.countEvents()))
    expect(sizes).toEqual([...Array(24).fill(12), 3, 3, 3])
    await ledger.close()
  })

  it('ends after what was asked for before', async () => {
    const answer = `if (message === 'close') parentPort.close()
      else parentPort.postMessage({ kind: 'results', results: [{ outcome: 'done', value: 7 }] })`
    const ledger = await openTestLedger({ workerFile: worker(answer) })
    const count = ledger.countEvents()
    void ledger.close()
    await expect(ledger.countEvents()).rejects.toBeInstanceOf(LedgerUnavailable)
    expect(await count).toBe(7)
  })
})
