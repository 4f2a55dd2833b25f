import { useLocation } from 'wouter'

/** Where the main window stands, as its hash says it. */
export type Place =
  | { readonly screen: 'calls'; readonly callId: string | null }
  | { readonly screen: 'person'; readonly address: string }
  | { readonly screen: 'messages'; readonly threadId: string | null }
  | { readonly screen: 'new-message' }
  | { readonly screen: 'team' }
  | { readonly screen: 'settings' }

/** The place a path means; the calls for one that means nothing. */
export function parsePlace(path: string): Place {
  const [, screen = '', rest] = path.split('/')
  const id = rest ? decodeSegment(rest) : null
  switch (screen) {
    case 'people':
      return id ? { screen: 'person', address: id } : { screen: 'calls', callId: null }
    case 'messages':
      return { screen: 'messages', threadId: id }
    case 'new-message':
      return { screen: 'new-message' }
    case 'team':
      return { screen: 'team' }
    case 'settings':
      return { screen: 'settings' }
    default:
      return { screen: 'calls', callId: screen === 'calls' ? id : null }
  }
}

export function pathOf(place: Place): string {
  switch (place.screen) {
    case 'calls':
      return place.callId === null ? '/calls' : `/calls/${encodeURIComponent(place.callId)}`
    case 'person':
      return `/people/${encodeURIComponent(place.address)}`
    case 'messages':
      return place.threadId === null ? '/messages' : `/messages/${encodeURIComponent(place.threadId)}`
    case 'new-message':
    case 'team':
    case 'settings':
      return `/${place.screen}`
  }
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A hash typed by hand may hold a lone percent sign.
    return segment
  }
}

/** The place and the way to another. */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const [path, navigate] = useLocation()
  return [parsePlace(path), (place) => navigate(pathOf(place))]
}
