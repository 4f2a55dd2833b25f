import type { TunnelStatus } from '../../../shared/domain/tunnel.ts'
import { useNow } from '../../time/index.ts'
import { nextTryText } from './reach-words.ts'

/** When it is tried again, second by second; not announced, or it would never be silent. */
export function NextTry({ tunnel }: { readonly tunnel: TunnelStatus }) {
  return tunnel.nextTryAtMs === null ? null : <Countdown tunnel={tunnel} />
}

function Countdown({ tunnel }: { readonly tunnel: TunnelStatus }) {
  const nowMs = useNow(1_000)
  return (
    <span role="timer" aria-live="off">
      {nextTryText(tunnel, nowMs)}
    </span>
  )
}
