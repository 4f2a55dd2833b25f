import { assertNever } from '../../../shared/assert-never.ts'
import type { UpdateState } from '../../../shared/domain/updates.ts'

/** What happens to an update. */
export type UpdateEvent =
  | { readonly kind: 'check-began' }
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'nothing-newer' }
  | { readonly kind: 'download-began' }
  | { readonly kind: 'progressed'; readonly fraction: number }
  | { readonly kind: 'fetched' }
  | { readonly kind: 'wanted'; readonly isBusy: boolean }
  | { readonly kind: 'became-quiet' }
  | { readonly kind: 'failed' }
  /** Updates were turned off, or another channel was chosen. */
  | { readonly kind: 'dropped' }

/** What `event` makes of `state`; an event that does not belong to it leaves it as it is. */
export function nextUpdateState(state: UpdateState, event: UpdateEvent): UpdateState {
  switch (event.kind) {
    case 'check-began':
      return state.kind === 'idle' || state.kind === 'available' ? { kind: 'checking' } : state
    case 'found':
      return state.kind === 'checking' ? { kind: 'available', version: event.version } : state
    case 'nothing-newer':
      return state.kind === 'checking' ? { kind: 'idle' } : state
    case 'download-began':
      return state.kind === 'available' ? { ...state, kind: 'downloading', fraction: 0 } : state
    case 'progressed':
      return state.kind === 'downloading' ? { ...state, fraction: event.fraction } : state
    case 'fetched':
      return state.kind === 'downloading' ? { kind: 'ready', version: state.version } : state
    case 'wanted':
      return state.kind === 'ready' ? { ...state, kind: event.isBusy ? 'waiting' : 'installing' } : state
    case 'became-quiet':
      return state.kind === 'waiting' ? { ...state, kind: 'installing' } : state
    case 'failed':
      return afterFailure(state)
    case 'dropped':
      return state.kind === 'installing' ? state : { kind: 'idle' }
    default:
      return assertNever(event)
  }
}

/** Back to where it can be tried again from. */
function afterFailure(state: UpdateState): UpdateState {
  if (state.kind === 'checking') return { kind: 'idle' }
  if (state.kind === 'downloading') return { kind: 'available', version: state.version }
  if (state.kind === 'installing') return { kind: 'ready', version: state.version }
  return state
}
