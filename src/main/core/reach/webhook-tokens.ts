import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Clock, SecretStore } from '../ports.ts'
import { type WebhookToken, webhookToken } from '../webhooks/index.ts'

const currentName = 'webhook-token'
const oldName = 'webhook-token-old'
const overlapMs = 24 * 60 * 60_000

/** The secrets of the listener's address: the one that is entered now and, for a day after it was replaced, the one before. */
export interface WebhookTokens {
  /** Reads them from the keychain, and makes the first. */
  load(): Promise<void>
  current(): WebhookToken
  /** Those that are taken now; the current one is first. None before they are loaded. */
  valid(): readonly WebhookToken[]
  /** Until when the one before is taken; null where there is none. */
  oldUntilMs(): number | null
  /**
   * Makes a new one; the current one is taken for a day more, one before it no longer. Asked for twice at once, it is done once.
   * Rejects, and changes nothing, where the keychain refuses.
   */
  replace(): Promise<void>
  /** Rejects, and changes nothing, where the keychain refuses. */
  revokeOld(): Promise<void>
}

interface OldToken {
  readonly value: string
  readonly replacedAtMs: number
}

/**
 * As the keychain holds it: value and time in base 36. The log takes out whatever looks like a piece of a secret, so there must be
 * no words in it and no time as logs write it.
 */
const oldTokenSchema = z
  .tuple([z.string().min(1), z.string().regex(/^[\da-z]{1,10}$/)])
  .transform(([value, replacedAt]): OldToken => ({ value, replacedAtMs: Number.parseInt(replacedAt, 36) }))

export function createWebhookTokens(secrets: SecretStore, clock: Pick<Clock, 'nowMs'>): WebhookTokens {
  let current = webhookToken('')
  let old: OldToken | null = null
  // What is taken now, made anew when it changes: it is asked for with each request.
  let both: readonly WebhookToken[] = []
  let working: Promise<unknown> = Promise.resolve()
  let replacing: Promise<void> | null = null

  function hold(value: string, before: OldToken | null): void {
    if (value !== current.value) current = webhookToken(value)
    old = before
    both = before === null ? [current] : [current, webhookToken(before.value)]
  }

  /** Lets go of the one before when its day is over, for good, whatever becomes of the clock. */
  function oldNow(): OldToken | null {
    if (old !== null && clock.nowMs() >= old.replacedAtMs + overlapMs) hold(current.value, null)
    return old
  }

  const keepOld = (token: OldToken | null): Promise<void> =>
    token === null ? secrets.remove(oldName) : secrets.write(oldName, textOf(token))

  /** One change after the other. */
  function inTurn(change: () => Promise<void>): Promise<void> {
    const turn = working.then(change)
    working = turn.catch(() => {})
    return turn
  }

  async function load(): Promise<void> {
    const kept = (await secrets.read(currentName)) ?? ''
    const value = kept === '' ? newValue() : kept
    if (kept === '') await secrets.write(currentName, value)
    const text = await secrets.read(oldName)
    const before = text === null ? null : readOld(text)
    hold(value, before !== null && isUsable(before, value) ? before : null)
    // One that cannot be removed counts as little.
    if (text !== null && oldNow() === null) await secrets.remove(oldName).catch(() => {})
  }

  /** It stands there also where a replacement broke off; and no clock that was wrong makes it last. */
  const isUsable = ({ value, replacedAtMs }: OldToken, currentValue: string): boolean =>
    value !== currentValue && replacedAtMs <= clock.nowMs() + overlapMs

  async function replace(): Promise<void> {
    const before = oldNow()
    // Empty where none could be loaded.
    const replaced = current.value === '' ? null : { value: current.value, replacedAtMs: clock.nowMs() }
    const value = newValue()
    try {
      await keepOld(replaced)
      await secrets.write(currentName, value)
    } catch (error) {
      await keepOld(before).catch(() => {})
      throw error
    }
    hold(value, replaced)
  }

  async function revokeOld(): Promise<void> {
    await keepOld(null)
    hold(current.value, null)
  }

  return {
    load: () => inTurn(load),
    current: () => current,
    valid() {
      oldNow()
      return both
    },
    oldUntilMs() {
      const before = oldNow()
      return before === null ? null : before.replacedAtMs + overlapMs
    },
    replace() {
      replacing ??= inTurn(replace).finally(() => {
        replacing = null
      })
      return replacing
    },
    revokeOld: () => inTurn(revokeOld)
  }
}

const newValue = (): string => randomBytes(32).toString('base64url')

const textOf = ({ value, replacedAtMs }: OldToken): string =>
  JSON.stringify([value, replacedAtMs.toString(36)])

/** Null for what is none. */
function readOld(text: string): OldToken | null {
  try {
    return oldTokenSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
