import { useLocation } from 'wouter'
import { type MessageCursor, messageCursorSchema } from '../../shared/domain/message.ts'

/** Where the main window stands, as its hash says it. */
export type Place =
  | { readonly screen: 'calls'; readonly callId: string | null }
  | { readonly screen: 'person'; readonly address: string }
  | {
      readonly screen: 'messages'
      readonly threadId: string | null
      /** The message of that person to be brought into view. */
      readonly message?: MessageCursor
    }
  | { readonly screen: 'new-message' }
  | { readonly screen: 'team' }
  | { readonly screen: 'queues' }
  | { readonly screen: 'contacts'; readonly contactId: string | null }
  | { readonly screen: 'new-contact'; readonly number: string | null }
  | { readonly screen: 'import-contacts' }
  | { readonly screen: 'colleague'; readonly extension: string }
  | { readonly screen: 'settings' }
  /** How calls reach this computer; `part` is what to bring into view. */
  | { readonly screen: 'reach'; readonly part: 'webhooks' | null }
  | { readonly screen: 'diagnostics' }
  | { readonly screen: 'events'; readonly seq: number | null }

/** The place a path means; the calls for one that means nothing. */
export function parsePlace(path: string): Place {
  const [, screen = '', rest, last] = path.split('/')
  const id = rest ? decodeSegment(rest) : null
  const further = last ? decodeSegment(last) : null
  switch (screen) {
    case 'people':
      return id ? { screen: 'person', address: id } : { screen: 'calls', callId: null }
    case 'messages':
      return parseMessagesPlace(id, further)
    case 'new-message':
      return { screen: 'new-message' }
    case 'team':
      return { screen: 'team' }
    case 'queues':
      return { screen: 'queues' }
    case 'contacts':
      return parseContactsPlace(id, further)
    case 'settings':
      return parseSettingsPlace(id, further)
    default:
      return { screen: 'calls', callId: screen === 'calls' ? id : null }
  }
}

/** The message stands behind the thread as its time and id. */
function parseMessagesPlace(threadId: string | null, further: string | null): Place {
  const [, atMs, id] = /^(\d{1,15}) (.+)$/su.exec(further ?? '') ?? []
  const message = messageCursorSchema.safeParse({ atMs: Number(atMs), id })
  return message.success && threadId !== null
    ? { screen: 'messages', threadId, message: message.data }
    : { screen: 'messages', threadId }
}

function parseSettingsPlace(id: string | null, further: string | null): Place {
  if (id === 'events') {
    return { screen: 'events', seq: further !== null && /^\d+$/u.test(further) ? Number(further) : null }
  }
  if (id === 'diagnostics') return { screen: 'diagnostics' }
  if (id === 'reach') return { screen: 'reach', part: further === 'webhooks' ? 'webhooks' : null }
  return { screen: 'settings' }
}

function parseContactsPlace(id: string | null, further: string | null): Place {
  if (id === 'import') return { screen: 'import-contacts' }
  if (id === 'new') return { screen: 'new-contact', number: further }
  // The number may come as a query too, as links from elsewhere are easier to make.
  const asked = id?.startsWith('new?number=') ? id.slice('new?number='.length) : ''
  if (asked !== '') return { screen: 'new-contact', number: asked }
  if (id === 'extension' && further !== null) return { screen: 'colleague', extension: further }
  return { screen: 'contacts', contactId: id }
}

export function pathOf(place: Place): string {
  switch (place.screen) {
    case 'calls':
      return place.callId === null ? '/calls' : `/calls/${encodeURIComponent(place.callId)}`
    case 'person':
      return `/people/${encodeURIComponent(place.address)}`
    case 'messages':
      return pathOfMessages(place.threadId, place.message)
    case 'contacts':
      return place.contactId === null ? '/contacts' : `/contacts/${encodeURIComponent(place.contactId)}`
    case 'new-contact':
      return place.number === null ? '/contacts/new' : `/contacts/new/${encodeURIComponent(place.number)}`
    case 'import-contacts':
      return '/contacts/import'
    case 'colleague':
      return `/contacts/extension/${encodeURIComponent(place.extension)}`
    case 'events':
      return place.seq === null ? '/settings/events' : `/settings/events/${place.seq}`
    case 'diagnostics':
      return '/settings/diagnostics'
    case 'reach':
      return place.part === null ? '/settings/reach' : `/settings/reach/${place.part}`
    case 'new-message':
    case 'team':
    case 'queues':
    case 'settings':
      return `/${place.screen}`
  }
}

function pathOfMessages(threadId: string | null, message: MessageCursor | undefined): string {
  if (threadId === null) return '/messages'
  const path = `/messages/${encodeURIComponent(threadId)}`
  return message ? `${path}/${encodeURIComponent(`${message.atMs} ${message.id}`)}` : path
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A hash typed by hand may hold a lone percent sign.
    return segment
  }
}

/** Where a screen begins, before anything on it is chosen. */
export const startOf = {
  calls: { screen: 'calls', callId: null },
  messages: { screen: 'messages', threadId: null },
  team: { screen: 'team' },
  queues: { screen: 'queues' },
  contacts: { screen: 'contacts', contactId: null },
  settings: { screen: 'settings' },
  'new-message': { screen: 'new-message' },
  'new-contact': { screen: 'new-contact', number: null }
} as const satisfies Readonly<Record<string, Place>>

/** The place and the way to another. */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const [path, navigate] = useLocation()
  return [parsePlace(path), (place) => navigate(pathOf(place))]
}
