import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ApiResult } from '../../../../../../src/main/core/voice360/index.ts'
import { InMemoryLedger } from '../../../../../fakes/in-memory-ledger.ts'
import { createManualClock, settled } from '../../../../../fakes/manual-clock.ts'
import { myLine, openMessaging, theirNumber } from '../../../../../fakes/open-messaging.ts'

type Answer = ApiResult<{ message_id: string | null }>

const minuteMs = 60_000
const answers: readonly Answer[] = [
  { ok: true, value: { message_id: null } },
  { ok: false, failure: { kind: 'rejected', reason: 'no credit' } },
  { ok: false, failure: { kind: 'timeout' } }
]

const step = fc.oneof(
  fc.record({
    do: fc.constant('schedule' as const),
    count: fc.integer({ min: 1, max: 3 }),
    inMs: fc.constantFrom(null, 0, 5_000, 10 * minuteMs)
  }),
  fc.record({
    do: fc.constant('advance' as const),
    byMs: fc.constantFrom(1, 4_000, minuteMs, 20 * minuteMs)
  }),
  fc.record({
    do: fc.constant('set the clock' as const),
    byMs: fc.constantFrom(-20 * minuteMs, -4_000, 30_000, 20 * minuteMs)
  }),
  fc.record({ do: fc.constant('answer' as const), answer: fc.constantFrom(...answers) }),
  fc.record({ do: fc.constant('crash' as const), afterTurns: fc.nat(30) }),
  fc.record({ do: fc.constant('send now' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('cancel' as const), which: fc.nat(9) })
)

interface Part {
  readonly id: string
  readonly afterId: string | null
}

/** A world in which the app crashes at any turn: whatever it began then never comes to anything. */
function openWorld() {
  const ledger = new InMemoryLedger()
  const clock = createManualClock()
  const parts: Part[] = []
  const posts: { readonly id: string; readonly isBeforeItsTime: boolean; readonly isOutOfTurn: boolean }[] =
    []
  const asked = new Set<string>()
  let pending: ((answer: Answer) => void)[] = []
  let crash = (): void => undefined

  const stateOf = (id: string) => ledger.outcomes.get(id)?.state

  async function open() {
    let isDead = false
    const never = new Promise<never>(() => {})
    const mortal = new Proxy(ledger, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...args: readonly unknown[]) =>
          isDead
            ? never
            : Promise.resolve(Reflect.apply(value, target, args)).then((result: unknown) =>
                isDead ? never : result
              )
      }
    })
    const it = await openMessaging(mortal, clock)
    it.world.sendMessage = ({ message: id }) => {
      if (isDead) return never
      const { afterId } = parts.find((part) => part.id === id) ?? { afterId: null }
      const isAsked = asked.has(id)
      posts.push({
        id,
        isBeforeItsTime: !isAsked && (dues.get(id) ?? 0) > clock.nowMs(),
        isOutOfTurn: !isAsked && afterId !== null && stateOf(afterId) !== 'accepted'
      })
      return new Promise((resolve) => void pending.push(resolve))
    }
    crash = () => {
      isDead = true
      pending = []
    }
    it.scheduled.start()
    return it
  }

  const dues = new Map<string, number>()
  return {
    ledger,
    clock,
    parts,
    posts,
    asked,
    dues,
    open,
    crash: () => crash(),
    answer: (answer: Answer) => pending.shift()?.(answer)
  }
}

test('whatever crashes, clocks and answers do, each message is requested at most once, in turn, not before its time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const world = openWorld()
      const { clock, ledger, parts } = world
      let it = await world.open()
      const idOf = (which: number) => parts[which % Math.max(1, parts.length)]?.id ?? ''

      for (const one of steps) {
        switch (one.do) {
          case 'schedule': {
            const ids = Array.from({ length: one.count }, () => crypto.randomUUID())
            const dueAtMs = one.inMs === null ? null : clock.nowMs() + one.inMs
            for (const [index, id] of ids.entries()) {
              parts.push({ id, afterId: ids[index - 1] ?? null })
              world.dues.set(id, dueAtMs ?? clock.nowMs())
            }
            const messages = ids.map((id) => ({ id, body: id }))
            void it.scheduled.schedule({
              messages,
              line: myLine,
              to: theirNumber,
              dueAtMs,
              isDespiteStop: false
            })
            break
          }
          case 'advance':
            await clock.advance(one.byMs)
            break
          case 'set the clock':
            clock.sleep(one.byMs)
            break
          case 'answer':
            world.answer(one.answer)
            break
          case 'crash':
            for (let turn = 0; turn < one.afterTurns; turn += 1) await Promise.resolve()
            world.crash()
            for (const id of ledger.intents.keys())
              if (!ledger.outcomes.has(id))
                ledger.outcomes.set(id, { state: 'unknown', reason: 'interrupted', atMs: clock.nowMs() })
            it = await world.open()
            break
          case 'send now':
            // The user's word is for the one and what follows it.
            for (let id: string | undefined = idOf(one.which); id !== undefined; ) {
              const before: string = id
              world.asked.add(before)
              id = parts.find(({ afterId }) => afterId === before)?.id
            }
            void it.scheduled.sendNow(idOf(one.which), false)
            break
          case 'cancel':
            void it.scheduled.cancel(idOf(one.which))
            break
        }
      }
      for (let turn = 0; turn < 10; turn += 1) {
        await settled()
        world.answer({ ok: true, value: { message_id: null } })
      }

      const posted = world.posts.map(({ id }) => id)
      expect(posted).toHaveLength(new Set(posted).size)
      expect(world.posts.filter((post) => post.isBeforeItsTime || post.isOutOfTurn)).toEqual([])
    }),
    { numRuns: 400 }
  )
}, 60_000)
