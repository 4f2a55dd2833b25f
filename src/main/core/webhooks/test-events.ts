import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** The name that no event of Voice360 has. */
const testEventName = 'VOICE360_COMPANION_TEST'

export interface IssuedTest {
  /** To be posted to the webhook's public address, as JSON. */
  readonly body: string
  /** Resolves once it came in; forgotten by `giveUp`. */
  readonly arrived: Promise<void>
  giveUp(): void
}

/** Events that this app sends to itself, to see whether the way to it is whole. They are signed, and each counts once. */
export interface TestEvents {
  issue(): IssuedTest
  /** What the listener is to do with an event: null for one that is no test. */
  receive(event: {
    readonly name: string
    readonly metadata: Readonly<Record<string, unknown>>
  }): 'arrived' | 'forged' | null
}

export function createTestEvents(): TestEvents {
  // Known to this run alone: another computer behind the same address cannot take the test for its own.
  const key = randomBytes(32)
  const expected = new Map<string, () => void>()
  const sign = (nonce: string): string => createHmac('sha256', key).update(nonce).digest('hex')

  return {
    issue() {
      const nonce = randomBytes(16).toString('hex')
      const { promise, resolve } = Promise.withResolvers<void>()
      expected.set(nonce, resolve)
      const metadata = { nonce, signature: sign(nonce) }
      return {
        body: JSON.stringify({ event_name: testEventName, metadata }),
        arrived: promise,
        giveUp: () => void expected.delete(nonce)
      }
    },
    receive({ name, metadata }) {
      if (name !== testEventName) return null
      const { nonce, signature } = metadata
      if (typeof nonce !== 'string' || typeof signature !== 'string') return 'forged'
      const right = Buffer.from(sign(nonce))
      const given = Buffer.from(signature)
      const arrive = expected.get(nonce)
      if (arrive === undefined || given.length !== right.length || !timingSafeEqual(given, right))
        return 'forged'
      expected.delete(nonce)
      arrive()
      return 'arrived'
    }
  }
}
