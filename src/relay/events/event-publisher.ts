import type { JetStreamClient } from '@nats-io/jetstream'
import { createFactReader } from '../../main/core/fact-reader.ts'
import { LedgerUnavailable, noChanges } from '../../main/core/ports.ts'
import { eventStream, eventSubject, type RelayedEvent } from '../../main/core/team/index.ts'
import type { EventEnvelope, EventStore } from '../../main/core/webhooks/index.ts'
import type { RelayAccount } from '../config/load-config.ts'
import { describeTrouble } from '../nats/describe-trouble.ts'
import type { CallScopes } from './call-scopes.ts'
import { isSameScope, noScope, type ScopeReader, scopeOf } from './event-scope.ts'
import { sameTurn } from './same-turn.ts'

export interface PublisherOptions {
  readonly accounts: readonly RelayAccount[]
  /** Null while there is no connection. */
  readonly js: () => Pick<JetStreamClient, 'publish'> | null
  readonly scopes: CallScopes
  /** Told of each acknowledged event, how long that took, and whether nobody in particular is meant by it. */
  readonly onPublished: (published: {
    readonly tookMs: number
    readonly isUnaddressed: boolean
    readonly accountId: number
  }) => void
  /** Told how many wait for their acknowledgement now. */
  readonly onWaiting: (count: number) => void
  readonly nowMs: () => number
}

/** How long the acknowledgement is waited for. */
const ackTimeoutMs = 5_000
/** More than that many events without their acknowledgement are not held in memory: the next are to be sent again. */
const maxWaiting = 1_000

/** Puts events into the team's stream; each is stored once, however often and by whichever relay it comes. */
export function createEventPublisher(options: PublisherOptions): EventStore {
  const { accounts, scopes, nowMs } = options
  const byToken = new Map(
    accounts.flatMap((account) => {
      const { region, fieldAliases: aliases, lines } = account
      const reader: ScopeReader = { ...createFactReader({ region, aliases }), lines: new Set(lines) }
      return account.tokens.map(({ id }) => [id, { accountId: account.id, reader }] as const)
    })
  )
  const turn = sameTurn()
  /** One that comes alone waits for nobody. */
  const together = async (): Promise<void> => (waitingCount > 1 ? turn() : undefined)
  let waitingCount = 0

  function wait(change: 1 | -1): void {
    waitingCount += change
    options.onWaiting(waitingCount)
  }

  async function publish(event: EventEnvelope): Promise<{ readonly isDuplicate: boolean }> {
    const js = options.js()
    if (js === null) throw new LedgerUnavailable('There is no connection to NATS.')
    const known = byToken.get(event.tokenId)
    if (known === undefined) throw new Error('Nobody has that token.')
    const { accountId, reader } = known
    await together()
    const { scope, remembered } = await scopes.complete(accountId, scopeOf(event, reader))
    const subject = `${eventStream.stored}.${eventSubject(accountId, event.name, scope)}`
    const { metadata: _, ...relayed } = event
    await together()
    const startedAtMs = nowMs()
    const [{ duplicate }] = await Promise.all([
      js.publish(subject, JSON.stringify(relayed satisfies RelayedEvent), {
        // A key has no line breaks, which would end a header.
        msgID: `${accountId}:${event.key}`,
        timeout: ackTimeoutMs
      }),
      remembered
    ])
    const tookMs = nowMs() - startedAtMs
    options.onPublished({ tookMs, isUnaddressed: isSameScope(scope, noScope), accountId })
    return { isDuplicate: duplicate }
  }

  return {
    async appendEvent(event) {
      if (waitingCount >= maxWaiting) throw new LedgerUnavailable('Too many events wait for NATS.')
      wait(1)
      try {
        return { ...(await publish(event)), changes: noChanges }
      } catch (error) {
        throw error instanceof LedgerUnavailable ? error : new LedgerUnavailable(describeTrouble(error))
      } finally {
        wait(-1)
      }
    }
  }
}
