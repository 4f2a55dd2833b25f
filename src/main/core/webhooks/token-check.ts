import { timingSafeEqual } from 'node:crypto'
import type { WebhookToken } from './webhook-token.ts'

interface Known {
  readonly token: WebhookToken
  readonly bytes: Buffer
}

/**
 * Tells which of the tokens a text is, or null, in a time that depends neither on how much of it is right nor on which of them
 * it is like; only a wrong length shows, and the length is no secret.
 */
export function tokenCheck(
  tokens: () => readonly WebhookToken[]
): (candidate: string) => WebhookToken | null {
  let known: readonly Known[] = []
  const knownNow = (): readonly Known[] => {
    const now = tokens()
    const isSame =
      now.length === known.length && now.every(({ value }, index) => value === known[index]?.token.value)
    if (!isSame) known = now.map((token) => ({ token, bytes: Buffer.from(token.value) }))
    return known
  }
  return (candidate) => {
    const given = Buffer.from(candidate)
    let match: WebhookToken | null = null
    for (const { token, bytes } of knownNow()) {
      if (given.length === bytes.length && timingSafeEqual(given, bytes)) match = token
    }
    return match
  }
}
