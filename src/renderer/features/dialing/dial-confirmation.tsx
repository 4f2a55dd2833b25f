import { useEffect, useRef, useState } from 'react'
import type { Dial } from '../../../shared/domain/dialing.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, NumberText, useWindowKeyDown } from '../../ui/index.ts'
import { DialCandidates } from './dial-candidates.tsx'
import styles from './dial-confirmation.module.css'
import { type DialChoice, DialOptions } from './dial-options.tsx'
import { DialProgress } from './dial-progress.tsx'

interface DialConfirmationProps {
  readonly dial: Dial
  /** Called when the user is done with it, whatever it came to. */
  readonly onClose: () => void
}

/** What will be dialed, letter by letter, before it is; then how it goes. Enter dials, the arrows choose, Esc cancels. */
export function DialConfirmation({ dial, onClose }: DialConfirmationProps) {
  const bridge = useBridge()
  const frame = useRef<HTMLDivElement>(null)
  const confirmButton = useRef<HTMLButtonElement>(null)
  const hasConfirmed = useRef(false)
  const [index, setIndex] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [choice, setChoice] = useState<DialChoice>({ callerId: dial.callerId, isRecorded: dial.isRecorded })
  const isConfirming = dial.state === 'confirming' && dial.candidates.length > 0
  const shown = dial.chosen ?? dial.candidates[index] ?? dial.candidates[0]

  // Once confirmed the frame holds the focus, so that a second Enter neither dials again nor cancels.
  useEffect(() => {
    const target = isConfirming ? confirmButton.current : frame.current
    target?.focus()
  }, [isConfirming])

  const confirm = async () => {
    if (hasConfirmed.current) return
    hasConfirmed.current = true
    const args = { dialId: dial.id, candidateIndex: index, ...choice }
    const outcome = await bridge.request('dialing:confirm-dial', args).catch(asFailure)
    hasConfirmed.current = outcome.ok
    setProblem(outcome.ok ? null : outcome.failure.message)
  }
  const cancel = async () => {
    // Also of a dial that is over: the main process puts the strip away.
    const outcome = await bridge.request('dialing:cancel-dial', { dialId: dial.id }).catch(asFailure)
    if (outcome.ok || !mayStillGoOut(dial)) onClose()
    else setProblem(outcome.failure.message)
  }

  useWindowKeyDown((event) => {
    // The Enter that proposed the dial, still held down, must not confirm it.
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    if (event.key === 'Escape') void cancel()
    if (!isConfirming || event.target instanceof HTMLSelectElement) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    setIndex((now) => Math.min(Math.max(now + step, 0), dial.candidates.length - 1))
  })

  return (
    <div ref={frame} tabIndex={-1} className={styles.confirmation}>
      {shown ? (
        <p className={styles.what}>
          <span className={styles.verb}>{t('dialing.title')}</span>
          <NumberText className={styles.address}>{shown.address}</NumberText>
          <span className={styles.who}>
            {shown.display !== shown.address && <NumberText>{shown.display}</NumberText>}
            {shown.name && <bdi title={shown.name}>{shown.name}</bdi>}
          </span>
        </p>
      ) : (
        <p className={styles.undialable}>
          {t(`dialing.undialable.${dial.undialable ?? 'no-number'}`, { text: dial.text })}
        </p>
      )}
      {isConfirming && dial.candidates.length > 1 && (
        <DialCandidates candidates={dial.candidates} index={index} onChoose={setIndex} />
      )}
      {shown && (
        <DialOptions
          fromExtension={dial.fromExtension}
          choice={isConfirming ? choice : { callerId: dial.callerId, isRecorded: dial.isRecorded }}
          isFrozen={!isConfirming}
          onChange={setChoice}
        />
      )}
      <div className={styles.actions}>
        {isConfirming && (
          <Button ref={confirmButton} kind="primary" onClick={() => void confirm()}>
            {t('dialing.confirm')} <kbd aria-hidden="true">⏎</kbd>
          </Button>
        )}
        <DialProgress dial={dial} />
        {isConfirming && dial.candidates.length > 1 && (
          <span className={styles.more}>↑↓ {t('dialing.more', { count: dial.candidates.length - 1 })}</span>
        )}
        <Button kind="plain" onClick={() => void cancel()}>
          {mayStillGoOut(dial) ? t('dialing.cancel') : t('app.close')} <kbd aria-hidden="true">esc</kbd>
        </Button>
      </div>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </div>
  )
}

const mayStillGoOut = ({ state, candidates }: Dial): boolean =>
  (state === 'confirming' && candidates.length > 0) || state === 'counting-down'

const asFailure = (error: Error) =>
  ({ ok: false, failure: { code: 'rejected', message: error.message } }) as const
