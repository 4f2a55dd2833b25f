import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerChanges } from '../../../src/main/core/ports.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const allOf = { before: null, limit: 500 }

let ledger: OpenedLedger
beforeAll(async () => {
  ledger = await openTestLedger()
})
afterAll(() => ledger.close())

/** Something that reaches the ledger; those of one `turn` in the order in which they stand. */
interface Arrival {
  readonly turn: string
  [fc.toStringMethod]?: () => string
  arrive(with_: Scene): Promise<LedgerChanges>
}

/** Numbers and ids of its own, so that many runs share one ledger. */
interface Scene {
  readonly other: string
  readonly own: (id: string) => string
}

let scenes = 0
function newScene(): Scene {
  scenes += 1
  const name = `scene-${scenes}`
  return { other: `+1555${String(1_000_000 + scenes)}`, own: (id) => `${name}-${id}` }
}

interface Wording {
  readonly body?: string | null
  readonly isNamed?: boolean
  readonly account?: string
}

const told = (
  name: 'SMS_SENT' | 'SMS_DELIVERED' | 'SMS_RECEIVED',
  afterSeconds: number,
  messageId: string | null,
  { body = 'Hello', isNamed = true, account = '61' }: Wording = {}
): Arrival => {
  const turn = JSON.stringify([name, afterSeconds, messageId, body, isNamed, account])
  return {
    turn,
    async arrive({ other, own }) {
      const [from_number, to_number] = name === 'SMS_RECEIVED' ? [other, line] : [line, other]
      const metadata = {
        ...(messageId !== null && { message_id: own(messageId) }),
        ...(isNamed && { from_number, to_number, ...(body !== null && { body }) })
      }
      // Of another account it is another delivery, as far as its key tells; so it is here whenever it says something else.
      const event = { ...webhookEvent(name, metadata, afterSeconds), key: own(turn), accountId: account }
      return (await ledger.appendEvent(event)).changes
    },
    [fc.toStringMethod]: () => turn
  }
}

const sentByUs = (
  id: string,
  afterSeconds: number,
  outcome: 'accepted' | 'unknown' | 'refused' | null,
  apiId: string | null = null,
  body = 'Hello'
): readonly Arrival[] => {
  const createdAtMs = sampleTimeMs + afterSeconds * 1000
  const atMs = createdAtMs + 400
  const intend: Arrival = {
    turn: id,
    arrive: async ({ other, own }) =>
      (await ledger.addIntent({ kind: 'message', id: own(id), createdAtMs, line, to: other, body })).changes
  }
  if (outcome === null) return [intend]
  const settle: Arrival = {
    turn: id,
    arrive: ({ own }) =>
      ledger.settleIntent(
        own(id),
        outcome === 'accepted'
          ? { state: outcome, apiId: apiId && own(apiId), atMs }
          : { state: outcome, reason: 'No', atMs }
      )
  }
  return [intend, settle]
}

/** What can be seen in the end, and what a page shows that was told of each change. */
async function outcomeOf(arrivals: readonly Arrival[]) {
  const scene = newScene()
  const shown = new Map<string, unknown>()
  for (const arrival of arrivals) {
    const { messages, removedMessages } = await arrival.arrive(scene)
    for (const { id } of removedMessages) shown.delete(id)
    for (const message of messages) shown.set(message.id, message)
  }
  const { messages } = await ledger.getTimeline(scene.other, allOf)
  const threads = (await ledger.listThreads()).filter(({ otherAddress }) => otherAddress === scene.other)
  expect([...shown.values()].toSorted(byText)).toEqual(messages.toSorted(byText))
  expect(threads.map(({ unreadCount }) => unreadCount)).toEqual(
    messages.length === 0 ? [] : [messages.filter(({ direction }) => direction === 'in').length]
  )
  expect(threads.flatMap(({ lastMessage }) => lastMessage.atMs)).toEqual(
    messages.slice(-1).map(({ atMs }) => atMs)
  )
  return {
    own: messages.flatMap(({ id, state }) =>
      id.startsWith('event-') ? [] : [[id.split('-').at(-1), state]]
    ),
    all: messages
      .map(({ direction, body, state, reason, atMs }) =>
        [direction, body, state, reason, atMs - sampleTimeMs].join(' ')
      )
      .toSorted()
  }
}

const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1

/** Another order, in which those of one turn stay in theirs: an intent is settled after it was made. */
const shuffled = (arrivals: readonly Arrival[]) =>
  fc
    .array(fc.nat(1_000_000), { minLength: arrivals.length, maxLength: arrivals.length })
    .map((keys): readonly Arrival[] => {
      const places = arrivals.map((_, index) => index).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
      const queues = Map.groupBy(arrivals, ({ turn }) => turn)
      return places.flatMap((place) => queues.get(arrivals[place]?.turn ?? '')?.shift() ?? [])
    })

describe('messages told in any order', () => {
  const pair = (first: string | null, second: string | null) => [
    told('SMS_SENT', 2, first),
    told('SMS_SENT', 31, second),
    told('SMS_DELIVERED', 4, first),
    told('SMS_DELIVERED', 33, second)
  ]

  it.each([
    ['with ids of another sort than the answers', ['api-1', 'api-2'], ['m1', 'm2']],
    ['with the ids of the answers', ['m1', 'm2'], ['m1', 'm2']],
    ['without ids', [null, null], [null, null]]
  ] as const)('are two if they were two equal ones, each with its receipts, %s', async (_ids, api, ids) => {
    const arrivals = [
      ...sentByUs('i1', 0, 'accepted', api[0]),
      ...sentByUs('i2', 30, 'accepted', api[1]),
      ...pair(ids[0], ids[1])
    ]
    for (const order of fc.sample(shuffled(arrivals), { numRuns: 40, seed: 3 })) {
      expect(await outcomeOf(order)).toEqual({
        own: [
          ['i1', 'delivered'],
          ['i2', 'delivered']
        ],
        all: ['out Hello delivered  0', 'out Hello delivered  30000']
      })
    }
  })

  it('come to the same messages, with repetitions and with some lost', { timeout: 120_000 }, async () => {
    const id = fc.constantFrom(null, 'm1', 'm2')
    const seconds = fc.constantFrom(0, 1, 30, 3_000, 5_000)
    const body = fc.constantFrom('Hello', 'Hello', 'Bye', null)
    const webhook = fc
      .tuple(
        fc.constantFrom('SMS_SENT', 'SMS_DELIVERED', 'SMS_RECEIVED'),
        seconds,
        id,
        fc.record({ body, isNamed: fc.boolean(), account: fc.constantFrom('61', '62') })
      )
      .map(([name, after, messageId, { isNamed, ...more }]) =>
        told(name, after, messageId, {
          ...more,
          isNamed: isNamed || messageId === null || name === 'SMS_RECEIVED'
        })
      )
    const ours = fc.tuple(
      seconds,
      fc.constantFrom('accepted' as const, 'unknown' as const, 'refused' as const, null),
      id,
      fc.constantFrom('Hello', 'Bye')
    )
    const runs = fc
      .tuple(fc.array(ours, { maxLength: 2 }), fc.array(webhook, { minLength: 1, maxLength: 5 }))
      .chain(([sent, events]) => {
        const intents = sent.flatMap(([after, outcome, apiId, text], index) =>
          sentByUs(`i${index}`, after, outcome, apiId, text)
        )
        const once = [...intents, ...events].slice(0, 6)
        const repeated = once.filter((arrival) => events.includes(arrival))
        return fc.tuple(fc.constant(once), shuffled([...once, ...repeated]), shuffled([...once, ...repeated]))
      })
    await fc.assert(
      fc.asyncProperty(runs, async ([once, ...orders]) => {
        const expected = await outcomeOf(once)
        for (const order of orders) {
          const { all, own } = await outcomeOf(order)
          expect(all).toEqual(expected.all)
          expect(own).toEqual(expected.own)
        }
      }),
      { numRuns: 300, seed: 11 }
    )
  })
})
