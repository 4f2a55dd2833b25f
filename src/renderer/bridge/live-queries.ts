import type { QueryClient } from '@tanstack/react-query'
import type { LedgerState } from '../../shared/domain/backup.ts'
import type { Doors } from '../../shared/domain/history.ts'
import { type Presence, withPresenceChange } from '../../shared/domain/presence.ts'
import type { Reach } from '../../shared/domain/reach.ts'
import type { Session } from '../../shared/domain/session.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { TimelineEntry } from '../../shared/domain/timeline.ts'
import type { RequestChannel } from '../../shared/ipc/channels.ts'
import { isNewDoor, otherAddressOf, withDraft, withThread } from './cache-patches.ts'
import type { BridgeConnection } from './connection.ts'
import type { HistoryStore } from './history-store.ts'
import { importProgressKey, messageImportProgressKey, queryKey } from './query-keys.ts'
import { timelineKey } from './read-timeline.ts'
import {
  callEntryId,
  messageEntryId,
  noteEntryId,
  type TimelineView,
  withEntry,
  withoutEntry
} from './timeline-view.ts'

const showingParties = [
  'calls:get-call',
  'calls:get-timeline',
  'calls:list-doors',
  'messages:list-threads',
  'messages:list-lines',
  'messages:list-scheduled',
  'queues:list-lost-callers'
] as const satisfies readonly RequestChannel[]

/** What is asked for again once the history was made anew, or much of it deleted. */
const fromHistory = [
  'calls:get-call',
  'calls:get-timeline',
  'calls:list-doors',
  'calls:count-unread',
  'messages:list-threads',
  'messages:list-drafts',
  'messages:list-scheduled',
  'queues:list-lost-callers',
  'dialing:get-suggestions'
] as const satisfies readonly RequestChannel[]

/**
 * The one place where events reach the query cache and the history: each is patched into what is there, so that a screen
 * never asks again for what it was told. Returns the function that stops it.
 */
export function keepQueriesLive(
  bridge: BridgeConnection,
  queries: QueryClient,
  history: HistoryStore
): () => void {
  const startKey = queryKey('start:get-start', {})
  const sessionKey = queryKey('session:get-session', {})
  const settingsKey = queryKey('settings:get-settings', {})
  const threadsKey = queryKey('messages:list-threads', {})
  const reachKey = queryKey('reach:get-reach', {})
  const doorsKey = queryKey('calls:list-doors', {})

  /** Patches what is cached under `key`, and asks again where an older answer is still on its way. */
  function patch<T>(key: readonly unknown[], change: (cached: T) => T): void {
    const isAwaited = queries.isFetching({ queryKey: key }) > 0
    queries.setQueriesData<T>({ queryKey: key }, (cached) =>
      cached === undefined ? undefined : change(cached)
    )
    if (isAwaited) void queries.invalidateQueries({ queryKey: key })
  }

  const askAgain = (channels: readonly RequestChannel[]) => {
    for (const channel of channels) void queries.invalidateQueries({ queryKey: [channel] })
  }

  const forgetAllBut = (...kept: readonly (readonly unknown[])[]) => {
    const channels = new Set(kept.map(([channel]) => channel))
    void queries.resetQueries({ predicate: ({ queryKey: [channel] }) => !channels.has(channel) })
    history.reset()
  }

  const removeFromTimelines = (id: string) =>
    patch<TimelineView>(['calls:get-timeline'], (view) => withoutEntry(view, id))

  const addToTimeline = (address: string, entry: TimelineEntry) =>
    patch<TimelineView>(timelineKey(address), (view) => withEntry(view, entry))

  const stops = [
    bridge.subscribe('start:start-changed', (start) => {
      queries.setQueryData(startKey, start)
      if (start.stage !== 'running' || start.run === 1) return
      // Put together anew: nothing read of the run before may stay on screen.
      forgetAllBut(startKey)
    }),
    bridge.subscribe('session:session-changed', (session) => {
      const previous = queries.getQueryData<Session>(sessionKey)
      queries.setQueryData(sessionKey, session)
      if (previous && accountOf(previous) === accountOf(session)) return
      // Another account, or none: nothing read as the one before may stay on screen.
      forgetAllBut(startKey, sessionKey)
    }),
    bridge.subscribe('session:accounts-changed', (accounts) =>
      queries.setQueryData(queryKey('session:list-accounts', {}), accounts)
    ),
    bridge.subscribe('settings:settings-changed', (settings) => {
      const previous = queries.getQueryData<Settings>(settingsKey)
      queries.setQueryData(settingsKey, settings)
      const isSame = previous && String(previous.favouriteNumbers) === String(settings.favouriteNumbers)
      if (!isSame) askAgain(['dialing:get-suggestions'])
    }),
    bridge.subscribe('updates:updates-changed', (updates) =>
      queries.setQueryData(queryKey('updates:get-updates', {}), updates)
    ),
    bridge.subscribe('calls:call-changed', (call) => {
      history.putCall(call)
      patch<typeof call | null>(queryKey('calls:get-call', { callId: call.id }), () => call)
      addToTimeline(call.other.address, { kind: 'call', atMs: call.startedAtMs, call })
      const doors = queries.getQueryData<Doors>(doorsKey)
      if (doors && isNewDoor(doors, call)) askAgain(['calls:list-doors'])
    }),
    bridge.subscribe('calls:call-removed', ({ id }) => {
      history.removeCall(id)
      // It may have become part of another call, which then answers to its id.
      void queries.invalidateQueries({ queryKey: queryKey('calls:get-call', { callId: id }) })
      removeFromTimelines(callEntryId(id))
    }),
    bridge.subscribe('calls:history-replaced', () => {
      history.reload()
      askAgain(fromHistory)
    }),
    bridge.subscribe('calls:unread-changed', (unread) =>
      queries.setQueryData(queryKey('calls:count-unread', {}), unread)
    ),
    bridge.subscribe('notes:note-changed', ({ note, isDeleted }) => {
      if (isDeleted) removeFromTimelines(noteEntryId(note.id))
      else addToTimeline(note.address, { kind: 'note', atMs: note.atMs, note })
    }),
    bridge.subscribe('messages:thread-changed', (thread) =>
      patch<readonly (typeof thread)[]>(threadsKey, (threads) => withThread(threads, thread))
    ),
    bridge.subscribe('messages:message-changed', (message) =>
      addToTimeline(otherAddressOf(message.threadId), { kind: 'message', atMs: message.atMs, message })
    ),
    bridge.subscribe('messages:message-removed', ({ id }) => removeFromTimelines(messageEntryId(id))),
    bridge.subscribe('messages:draft-changed', (draft) =>
      patch<readonly (typeof draft)[]>(queryKey('messages:list-drafts', {}), (it) => withDraft(it, draft))
    ),
    bridge.subscribe('messages:scheduled-changed', (scheduled) =>
      queries.setQueryData(queryKey('messages:list-scheduled', {}), scheduled)
    ),
    bridge.subscribe('messages:recipient-changed', (recipient) =>
      queries.setQueryData(queryKey('messages:check-recipient', { address: recipient.address }), recipient)
    ),
    bridge.subscribe('messages:import-progressed', (progress) =>
      queries.setQueryData(messageImportProgressKey, progress)
    ),
    bridge.subscribe('presence:presence-changed', (change) =>
      patch<Presence>(queryKey('presence:get-presence', {}), (presence) =>
        withPresenceChange(presence, change)
      )
    ),
    bridge.subscribe('presence:watched-changed', (extensions) =>
      queries.setQueryData(queryKey('presence:list-watched', {}), extensions)
    ),
    bridge.subscribe('queues:lost-callers-changed', () => askAgain(['queues:list-lost-callers'])),
    bridge.subscribe('queues:queues-changed', (queues) =>
      queries.setQueryData(queryKey('queues:list-queues', {}), queues)
    ),
    bridge.subscribe('contacts:names-changed', () => {
      history.reload()
      askAgain(showingParties)
    }),
    bridge.subscribe('contacts:contacts-changed', () =>
      askAgain(['contacts:list-contacts', 'contacts:get-sharing'])
    ),
    bridge.subscribe('contacts:import-progressed', (progress) =>
      queries.setQueryData(importProgressKey, progress)
    ),
    bridge.subscribe('events:rebuild-progressed', (progress) => {
      queries.setQueryData(queryKey('events:get-rebuild', {}), progress)
      if (progress === null) askAgain(['events:list-events', 'events:try-reading'])
    }),
    bridge.subscribe('reach:reach-changed', (reach) => {
      const previous = queries.getQueryData<Reach>(reachKey)
      queries.setQueryData(reachKey, reach)
      if (previous?.state !== reach.state) askAgain(['reach:list-gaps'])
    }),
    bridge.subscribe('reach:coach-changed', () => askAgain(['reach:get-coach'])),
    bridge.subscribe('team:team-changed', (team) =>
      queries.setQueryData(queryKey('team:get-team', {}), team)
    ),
    bridge.subscribe('dialing:dial-changed', (dial) =>
      queries.setQueryData(queryKey('dialing:get-dial', {}), dial)
    ),
    bridge.subscribe('dialing:suggestions-changed', () => askAgain(['dialing:get-suggestions'])),
    bridge.subscribe('hotkeys:hotkeys-changed', (hotkeys) =>
      queries.setQueryData(queryKey('hotkeys:get-hotkeys', {}), hotkeys)
    ),
    bridge.subscribe('popup:cards-changed', (cards) =>
      queries.setQueryData(queryKey('popup:list-cards', {}), cards)
    ),
    bridge.subscribe('backup:step-changed', (step) =>
      patch<LedgerState>(queryKey('backup:get-state', {}), (state) => ({ ...state, step }))
    ),
    bridge.onStateChange(() => {
      // Events were missed while the main process was gone.
      if (bridge.getState() !== 'connected') return
      history.reload()
      void queries.invalidateQueries()
    })
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const accountOf = (session: Session): string =>
  session.status === 'signed-in' ? `${session.accountId} ${session.me?.extension ?? ''}` : ''
