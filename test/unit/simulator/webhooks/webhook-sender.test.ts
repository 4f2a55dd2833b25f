import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../../../src/simulator/clock.ts'
import type { AttemptResult } from '../../../../src/simulator/webhooks/http-post-office.ts'
import type { Webhook } from '../../../../src/simulator/webhooks/registry.ts'
import { WebhookSender } from '../../../../src/simulator/webhooks/webhook-sender.ts'

const webhook: Webhook = {
  id: 'wh_1',
  url: 'http://127.0.0.1:9/hook',
  eventName: 'CALL_ENDED',
  method: 'POST',
  retries: 3,
  encoding: 'json'
}
const payload = { event_name: 'CALL_ENDED', account_id: '61', timestamp: 0, metadata: { call_id: 'c1' } }

/** A sender whose attempts come out as given, the last result for ever. */
function senderMeeting(...results: readonly AttemptResult[]) {
  const clock = new ManualClock(0)
  let attempts = 0
  const carry = async () => {
    attempts += 1
    return results[attempts - 1] ?? results.at(-1) ?? { status: 200 }
  }
  const sender = new WebhookSender({ clock, postOffice: { carry, close() {} }, backOffMs: 1_000 })
  const advance = async (durationMs: number) => {
    clock.advance(durationMs)
    await sender.settled()
  }
  return {
    sender,
    advance,
    attempts: () => sender.deliveries().map(({ attempt, at_ms }) => [attempt, at_ms])
  }
}

describe('WebhookSender', () => {
  it('is content with any 2xx', async () => {
    const { sender, advance } = senderMeeting({ status: 204 })
    sender.send(webhook, payload)
    await advance(60_000)
    expect(sender.deliveries()).toMatchObject([
      { webhook_id: 'wh_1', event_name: 'CALL_ENDED', call_id: 'c1', attempt: 1, status: 204 }
    ])
  })

  it.for([{ status: 500 }, { status: 302 }, { status: 404 }, { error: 'ECONNREFUSED' }])(
    'tries again after %o, later each time, until it is accepted',
    async (failure) => {
      const { sender, advance, attempts } = senderMeeting(failure, failure, { status: 200 })
      sender.send(webhook, payload)
      await advance(0)
      await advance(999)
      expect(attempts()).toEqual([[1, 0]])
      await advance(1)
      await advance(2_000)
      await advance(60_000)
      expect(attempts()).toEqual([
        [1, 0],
        [2, 1_000],
        [3, 3_000]
      ])
    }
  )

  it('gives up when the retries are used up', async () => {
    const { sender, advance, attempts } = senderMeeting({ status: 503 })
    sender.send({ ...webhook, retries: 2 }, payload)
    for (let minute = 0; minute < 10; minute += 1) await advance(60_000)
    expect(attempts()).toHaveLength(3)
  })
})
