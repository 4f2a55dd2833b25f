import { navigate } from 'wouter/use-hash-location'
import { useBridgeEvent } from '../bridge/index.ts'
import { useUiState } from '../ui-state/index.ts'
import { pathOf } from './places.ts'

/**
 * Goes where a notification or a link wants the window to be. Also before it is known who is signed in: a link may be what starts the
 * app, and the workspace then begins there.
 */
export function useRequestedPlace(): void {
  const requestCompose = useUiState((ui) => ui.requestCompose)
  useBridgeEvent('window:person-requested', ({ address, compose }) => {
    if (compose !== null) requestCompose(address, compose)
    navigate(pathOf({ screen: 'person', address }))
  })
  useBridgeEvent('window:board-requested', ({ board }) => navigate(pathOf({ screen: board })))
}
