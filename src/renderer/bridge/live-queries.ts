import type { QueryClient } from '@tanstack/react-query'
import type { Session } from '../../shared/domain/session.ts'
import type { TimelineEntry } from '../../shared/domain/timeline.ts'
import type { RequestChannel } from '../../shared/ipc/channels.ts'
import { otherAddressOf, type Pages, withCall, withEntry, withThread } from './cache-patches.ts'
import type { BridgeConnection } from './connection.ts'
import { callsKey, queryKey } from './query-keys.ts'

const showingParties = [
  'calls:list-calls',
  'calls:get-timeline',
  'messages:list-threads',
  'messages:list-lines'
] as const satisfies readonly RequestChannel[]

/**
 * The one place where events reach the query cache: each is patched into what is cached, so that a screen never asks again
 * for what it was told. Returns the function that stops it.
 */
export function keepQueriesLive(bridge: BridgeConnection, queries: QueryClient): () => void {
  const sessionKey = queryKey('session:get-session', {})
  const threadsKey = queryKey('messages:list-threads', {})

  /** Patches what is cached under `key`, and asks again where an older answer is still on its way. */
  function patch<T>(key: readonly unknown[], change: (cached: T) => T): void {
    const isAwaited = queries.isFetching({ queryKey: key }) > 0
    queries.setQueriesData<T>({ queryKey: key }, (cached) => cached && change(cached))
    if (isAwaited) void queries.invalidateQueries({ queryKey: key })
  }

  const addToTimeline = (address: string, entry: TimelineEntry) =>
    queries
      .getQueryCache()
      .findAll({ queryKey: ['calls:get-timeline'], predicate: ({ queryKey: key }) => isOf(key[1], address) })
      .forEach(({ queryKey: key }) => patch<readonly TimelineEntry[]>(key, (it) => withEntry(it, entry)))

  const stops = [
    bridge.subscribe('session:session-changed', (session) => {
      const previous = queries.getQueryData<Session>(sessionKey)
      queries.setQueryData(sessionKey, session)
      if (previous && accountOf(previous) === accountOf(session)) return
      // Another account, or none: nothing read as the one before may stay on screen.
      void queries.resetQueries({ predicate: ({ queryKey: [channel] }) => channel !== sessionKey[0] })
    }),
    bridge.subscribe('settings:settings-changed', (settings) =>
      queries.setQueryData(queryKey('settings:get-settings', {}), settings)
    ),
    bridge.subscribe('calls:call-changed', (call) => {
      patch<Pages<typeof call>>(callsKey, (pages) => withCall(pages, call))
      addToTimeline(call.other.address, { kind: 'call', atMs: call.startedAtMs, call })
    }),
    bridge.subscribe('messages:thread-changed', (thread) =>
      patch<readonly (typeof thread)[]>(threadsKey, (threads) => withThread(threads, thread))
    ),
    bridge.subscribe('messages:message-changed', (message) =>
      addToTimeline(otherAddressOf(message), { kind: 'message', atMs: message.atMs, message })
    ),
    bridge.subscribe('presence:presence-changed', (presence) =>
      queries.setQueryData(queryKey('presence:get-presence', {}), presence)
    ),
    bridge.subscribe('contacts:names-changed', () => {
      for (const channel of showingParties) void queries.invalidateQueries({ queryKey: [channel] })
    }),
    bridge.subscribe('reach:reach-changed', (reach) =>
      queries.setQueryData(queryKey('reach:get-reach', {}), reach)
    ),
    bridge.subscribe('dialing:dial-changed', (dial) =>
      queries.setQueryData(queryKey('dialing:get-dial', {}), dial)
    ),
    bridge.subscribe('popup:cards-changed', (cards) =>
      queries.setQueryData(queryKey('popup:list-cards', {}), cards)
    ),
    bridge.onStateChange(() => {
      // Events were missed while the main process was gone.
      if (bridge.getState() === 'connected') void queries.invalidateQueries()
    })
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const isOf = (args: unknown, address: string): boolean =>
  typeof args === 'object' && args !== null && 'address' in args && args.address === address

const accountOf = (session: Session): string =>
  session.status === 'signed-in' ? `${session.accountId} ${session.me?.extension ?? ''}` : ''
