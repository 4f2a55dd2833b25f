import { useEffect, useId, useRef } from 'react'
import type { Dial } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import { Button, useWindowKeyDown } from '../../ui/index.ts'
import { actOfKey, type KeyTarget } from './act-of-key.ts'
import { DialCandidates } from './dial-candidates.tsx'
import { DialCautions } from './dial-cautions.tsx'
import styles from './dial-confirmation.module.css'
import { DialOptions } from './dial-options.tsx'
import { DialProgress } from './dial-progress.tsx'
import { DialTarget } from './dial-target.tsx'
import { mayStillGoOut, useDialConfirmation } from './use-dial-confirmation.ts'

interface DialConfirmationProps {
  readonly dial: Dial
  /** Called when the user is done with it, whatever it came to. */
  readonly onClose: () => void
}

/**
 * What will be dialed, letter by letter, before it is; then how it goes. Enter dials, and once more where it asks; the arrows choose,
 * Esc cancels.
 */
export function DialConfirmation({ dial, onClose }: DialConfirmationProps) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const confirmButton = useRef<HTMLButtonElement>(null)
  const confirmation = useDialConfirmation(dial, onClose)
  const { candidate, isConfirming, isReady, isAsked } = confirmation
  const otherCount = dial.candidates.length - 1

  // Once confirmed the frame holds the focus, so that a second Enter neither dials again nor cancels.
  useEffect(() => {
    const target = isConfirming ? confirmButton.current : frame.current
    target?.focus()
  }, [isConfirming])

  useWindowKeyDown((event) => {
    const act = actOfKey(event, keyTargetOf(event.target))
    if (act === null) return
    if (act === 'confirm') void confirmation.confirm()
    else if (act === 'cancel') void confirmation.cancel()
    else if (isConfirming && act !== 'nothing') confirmation.step(act === 'next' ? 1 : -1)
    event.preventDefault()
  })

  return (
    <div ref={frame} tabIndex={-1} className={styles.confirmation}>
      {candidate ? (
        <DialTarget id={`${id}-target`} candidate={candidate} />
      ) : (
        <p role="alert" className={styles.undialable}>
          {t(`dialing.undialable.${dial.undialable ?? 'no-number'}`, { text: dial.text })}
        </p>
      )}
      {otherCount > 0 && (
        <DialCandidates
          candidates={dial.candidates}
          index={confirmation.index}
          isFrozen={!isConfirming}
          onChoose={confirmation.setIndex}
        />
      )}
      {candidate && (
        <DialOptions
          fromExtension={dial.fromExtension}
          {...confirmation.options}
          isFrozen={!isConfirming}
          onCallerId={confirmation.setCallerId}
          onRecorded={confirmation.setIsRecorded}
        />
      )}
      {/* Beside the button, so that in a low window whoever sees the one sees the other. */}
      <DialCautions id={`${id}-cautions`} dial={dial} candidate={candidate} />
      <div className={styles.actions}>
        {isConfirming && (
          <Button
            ref={confirmButton}
            kind="primary"
            aria-disabled={!isReady}
            aria-describedby={`${id}-target ${id}-cautions`}
            onClick={() => void confirmation.confirm()}
          >
            {t(isAsked ? 'dialing.callAnyway' : 'dialing.confirm')} <kbd aria-hidden="true">⏎</kbd>
          </Button>
        )}
        <DialProgress dial={dial} />
        {isConfirming && otherCount > 0 && (
          <span className={styles.more}>↑↓ {t('dialing.more', { count: otherCount })}</span>
        )}
        <Button
          kind="plain"
          aria-disabled={dial.state === 'placing'}
          onClick={() => void confirmation.cancel()}
        >
          {mayStillGoOut(dial) ? t('dialing.cancel') : t('app.close')}{' '}
          {/* By then the keyboard is elsewhere. */}
          {dial.state !== 'cancelled' && <kbd aria-hidden="true">esc</kbd>}
        </Button>
      </div>
      <p role="alert" className={styles.problem}>
        {confirmation.problem}
      </p>
    </div>
  )
}

function keyTargetOf(target: EventTarget | null): KeyTarget {
  if (target instanceof HTMLButtonElement) return 'button'
  if (target instanceof HTMLInputElement) return 'radio'
  return target instanceof HTMLSelectElement ? 'select' : 'nothing'
}
