import { useRef, useState } from 'react'
import type { Dial, DialCandidate } from '../../../shared/domain/dialing.ts'
import { useBridge } from '../../bridge/index.ts'
import { callerIdOf } from './caller-id-of.ts'
import { cautionsOf } from './cautions-of.ts'
import { useIsPast } from './use-is-past.ts'

/** Which candidate and options are chosen for `dial`, and the two things that can be done with it; `onClose` is called once it is put away. */
export function useDialConfirmation(dial: Dial, onClose: () => void) {
  const bridge = useBridge()
  const isConfirmed = useRef(false)
  const [chosenIndex, setIndex] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [callerIdByHand, setCallerId] = useState<string | null>()
  const [isRecorded, setIsRecorded] = useState(dial.isRecorded)
  const isReady = useIsPast(dial.acceptsFromMs)
  const isConfirming = dial.state === 'confirming' && dial.candidates.length > 0
  // Another page may have confirmed it.
  const index = isConfirming || !dial.chosen ? chosenIndex : dial.candidates.findIndex(isSameAs(dial.chosen))
  const candidate = dial.candidates[index] ?? dial.chosen
  const isAsked = candidate !== null && cautionsOf(dial, candidate).isAsked
  const choice = { callerId: callerIdOf(callerIdByHand, candidate), isRecorded }

  return {
    candidate,
    index,
    /** Steps by one, and stays at either end. */
    step: (by: 1 | -1) =>
      setIndex((now) => Math.min(Math.max(now + by, 0), Math.max(0, dial.candidates.length - 1))),
    setIndex,
    options: isConfirming ? choice : { callerId: dial.callerId, isRecorded: dial.isRecorded },
    setCallerId,
    setIsRecorded,
    isConfirming,
    /** Whether a confirmation is taken yet. */
    isReady,
    /** Whether the next confirmation answers the question that stands. */
    isAsked,
    problem: problem ?? (isConfirming ? dial.message : null),
    async confirm() {
      if (!isConfirming || !isReady || isConfirmed.current) return
      isConfirmed.current = true
      const args = { dialId: dial.id, candidateIndex: index, ...choice, isAgreed: isAsked }
      const outcome = await bridge.request('dialing:confirm-dial', args).catch(asFailure)
      isConfirmed.current = outcome.ok && outcome.value.state !== 'confirming'
      setProblem(outcome.ok ? null : outcome.failure.message)
    },
    async cancel() {
      // What is on its way can be called back by nobody, and how it ends is to be seen.
      if (dial.state === 'placing') return
      // Also of a dial that is over: the main process puts the strip away.
      const outcome = await bridge.request('dialing:cancel-dial', { dialId: dial.id }).catch(asFailure)
      if (outcome.ok && outcome.value.state === 'placing') return
      if (outcome.ok || !mayStillGoOut(dial)) onClose()
      else setProblem(outcome.failure.message)
    }
  }
}

const isSameAs =
  (one: DialCandidate) =>
  (other: DialCandidate): boolean =>
    one.address === other.address && one.extensionByHand === other.extensionByHand

/** Whether it waits to be confirmed or counts down: it can be cancelled. */
export const mayStillGoOut = ({ state, candidates }: Dial): boolean =>
  (state === 'confirming' && candidates.length > 0) || state === 'counting-down'

const asFailure = (error: Error) =>
  ({ ok: false, failure: { code: 'rejected', message: error.message } }) as const
