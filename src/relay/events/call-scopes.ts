import type { KV } from '@nats-io/kv'
import { z } from 'zod'
import { type EventScope, subjectToken } from '../../main/core/team/index.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { isConflict } from '../nats/is-conflict.ts'
import { completeScope, isSameScope, noScope, type ToldScope } from './event-scope.ts'

/** What the events of each call told so far, where all relays find it. Never rejects: no event waits long for it, or is lost by it. */
export interface CallScopes {
  /** Completes what an event tells of its call with what others told, and adds it to that. */
  complete(accountId: number, told: ToldScope): Promise<CompletedScope>
}

export interface CompletedScope {
  readonly scope: EventScope
  /** Once the call's next events find what this one tells. */
  readonly remembered: Promise<void>
}

interface KnownScope {
  readonly scope: EventScope
  /** Of its key. */
  readonly revision: number
}

const text = z.string().nullable()
const scopeSchema = z.object({ extension: text, queueName: text, line: text })

/** Far longer than it takes, and short beside what Voice360 waits for an answer. */
const patienceMs = 500
/** How often others can be faster until it is left at that. */
const mostTries = 8

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

  /** Null where nothing is known. */
  async function recall(accountId: number, callId: string): Promise<KnownScope | null> {
    const entry = await ask(bucket()?.get(callKey(accountId, callId)))
    if (entry === null) return null
    // What is there was written by a relay; one of another version may have written something else.
    const { data: scope = noScope } = scopeSchema.safeParse(parseJson(entry.string()))
    return { scope, revision: entry.revision }
  }

  /** Whether another was faster. */
  async function isLate(
    accountId: number,
    callId: string,
    scope: EventScope,
    previousSeq: number
  ): Promise<boolean> {
    const writing = bucket()?.put(callKey(accountId, callId), JSON.stringify(scope), { previousSeq })
    const late = writing?.then(
      () => false,
      (error: unknown) => {
        if (isConflict(error)) return true
        throw error
      }
    )
    return (await ask(late)) === true
  }

  /** To what was recalled of the call, and to what others have told since. */
  async function add(
    accountId: number,
    callId: string,
    told: ToldScope,
    recalled: KnownScope | null
  ): Promise<void> {
    let known = recalled
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = known?.scope ?? noScope
      const scope = completeScope(told, before)
      if (isSameScope(scope, before)) return
      if (!(await isLate(accountId, callId, scope, known?.revision ?? 0))) return
      known = await recall(accountId, callId)
    }
  }

  return {
    async complete(accountId, told) {
      const { callId } = told
      const alone = completeScope(told, noScope)
      if (callId === null) return { scope: alone, remembered: done }
      // Mostly nobody told of that call before: writing what nobody may have written says so as well as reading does, and saves it.
      const isWritten = told.beginsCall && !(await isLate(accountId, callId, alone, 0))
      if (isWritten) return { scope: alone, remembered: done }
      const recalled = await recall(accountId, callId)
      const scope = completeScope(told, recalled?.scope ?? noScope)
      return { scope, remembered: add(accountId, callId, told, recalled) }
    }
  }
}

const done = Promise.resolve()
const callKey = (accountId: number, callId: string): string => `${accountId}.${subjectToken(callId)}`
