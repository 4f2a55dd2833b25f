import { useCallback, useEffect, useRef, useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import type { Failure } from '../../../shared/domain/failure.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'

const keptAfterMs = 600

/** The team has not got it, but this computer has. */
const isKeptHere = ({ code }: Failure): boolean => code === 'changed' || code === 'not-shared'

const problemOf = (failure: Failure): string =>
  isKeptHere(failure) ? failure.message : t('popup.notKept', { reason: failure.message })

/** The note of a call while it is written: kept a moment after the last letter and when its field goes; nothing is lost if that fails. */
export function useCallNote({ id, note }: Call) {
  const bridge = useBridge()
  const [text, setText] = useState(note ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const [isKept, setIsKept] = useState(false)
  const unkept = useRef<string | null>(null)
  /** What it was when what is kept next began to be written. */
  const seen = useRef(note ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(async () => {
    const body = unkept.current
    if (body === null) return
    unkept.current = null
    const outcome = await bridge
      .request('calls:set-note', { callId: id, body, seen: seen.current })
      .catch((error: Error) => ({ ok: false, failure: { code: '', message: error.message } }) as const)
    if (outcome.ok) seen.current = body.trim()
    else if (!isKeptHere(outcome.failure)) unkept.current ??= body
    setProblem(outcome.ok ? null : problemOf(outcome.failure))
    setIsKept(unkept.current === null)
  }, [bridge, id])

  useEffect(
    () => () => {
      clearTimeout(timer.current)
      void keep()
    },
    [keep]
  )

  return {
    text,
    write: (next: string) => {
      unkept.current = next
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keep(), keptAfterMs)
      setIsKept(false)
      setText(next)
    },
    keep: () => void keep(),
    isKept,
    problem
  }
}
