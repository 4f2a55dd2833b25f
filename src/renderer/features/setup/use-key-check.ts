import { useRef, useState } from 'react'
import type { CheckedKey } from '../../../shared/domain/session.ts'
import { useBridge } from '../../bridge/index.ts'

/** What is known of the key in the form. */
export type KeyCheck =
  | { readonly state: 'unchecked' }
  | { readonly state: 'checking' }
  | { readonly state: 'checked'; readonly key: CheckedKey }
  | { readonly state: 'failed'; readonly message: string }

export interface Credentials {
  readonly accountId: number
  readonly key: string
}

/** Asks what kind of key it is and whose; only the answer to the latest question counts. */
export function useKeyCheck() {
  const bridge = useBridge()
  const [check, setCheck] = useState<KeyCheck>({ state: 'unchecked' })
  const latest = useRef(0)
  return {
    check,
    reset: () => {
      latest.current += 1
      setCheck({ state: 'unchecked' })
    },
    run: async (credentials: Credentials) => {
      const turn = ++latest.current
      setCheck({ state: 'checking' })
      const next = await bridge.request('session:check-key', credentials).then(
        (outcome): KeyCheck =>
          outcome.ok
            ? { state: 'checked', key: outcome.value }
            : { state: 'failed', message: outcome.failure.message },
        (error: Error): KeyCheck => ({ state: 'failed', message: error.message })
      )
      if (turn === latest.current) setCheck(next)
    }
  }
}
