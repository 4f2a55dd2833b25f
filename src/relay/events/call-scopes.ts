import type { KV } from '@nats-io/kv'
import { z } from 'zod'
import { type EventScope, subjectToken } from '../../main/core/team/index.ts'
import { parseJson } from '../../shared/parse-json.ts'

/** What the events of each call told so far, where all relays find it. Never rejects: no event waits long for it, or is lost by it. */
export interface CallScopes {
  /** Null where nothing is known. */
  recall(accountId: number, callId: string): Promise<EventScope | null>
  remember(accountId: number, callId: string, scope: EventScope): Promise<void>
}

const text = z.string().nullable()
const scopeSchema = z.object({ extension: text, queueName: text, line: text })

/** Far longer than it takes, and short beside what Voice360 waits for an answer. */
const patienceMs = 500

export function createCallScopes(
  bucket: () => Pick<KV, 'get' | 'put'> | null,
  onFailure: (error: unknown) => void
): CallScopes {
  async function ask<T>(asked: Promise<T> | undefined): Promise<T | null> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('It took too long.')), patienceMs)
    })
    try {
      return (await Promise.race([asked, late])) ?? null
    } catch (error) {
      onFailure(error)
      return null
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async recall(accountId, callId) {
      const entry = await ask(bucket()?.get(callKey(accountId, callId)))
      // What is there was written by a relay; one of another version may have written something else.
      return entry === null ? null : (scopeSchema.safeParse(parseJson(entry.string())).data ?? null)
    },
    async remember(accountId, callId, scope) {
      await ask(bucket()?.put(callKey(accountId, callId), JSON.stringify(scope)))
    }
  }
}

const callKey = (accountId: number, callId: string): string => `${accountId}.${subjectToken(callId)}`
