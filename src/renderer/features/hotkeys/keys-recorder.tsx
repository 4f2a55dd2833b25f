import { type KeyboardEvent, useState } from 'react'
import { t } from '../../text/text.ts'
import { isApple } from '../../ui/index.ts'
import styles from './keys-recorder.module.css'
import { modifiersOf } from './modifiers.ts'
import { readPress } from './read-press.ts'
import { refusalText } from './refusal-text.ts'
import { showKeys } from './show-keys.ts'

interface OtherKeys {
  readonly accelerator: string
  /** What they are for. */
  readonly label: string
}

interface KeysRecorderProps {
  /** What the keys are for. */
  readonly label: string
  /** As Electron writes it, e.g. "CommandOrControl+Shift+D". */
  readonly accelerator: string
  readonly defaultAccelerator: string
  /** The app's other hotkeys, whose keys cannot be chosen. */
  readonly others: readonly OtherKeys[]
  /** Whether the keys now pressed are recorded. */
  readonly isRecording: boolean
  readonly onStart: () => void
  /** It is over: keys were chosen, or it was left. */
  readonly onEnd: () => void
  readonly onChoose: (accelerator: string) => void
  /** Why the keys just pressed cannot be had; null once that no longer matters. */
  readonly onProblem: (problem: string | null) => void
}

/** A button that shows the keys of a hotkey; pressed, it takes the next keys for it. */
export function KeysRecorder(props: KeysRecorderProps) {
  const { label, accelerator, defaultAccelerator, others, isRecording } = props
  const { onStart, onEnd, onChoose, onProblem } = props
  const [held, setHeld] = useState<readonly string[]>([])
  const onMac = isApple()
  const shown = isRecording ? waitingText(held, onMac) : showKeys(accelerator, onMac)

  const end = () => {
    setHeld([])
    onProblem(null)
    onEnd()
  }
  const choose = (chosen: string) => {
    const owner = others.find((other) => other.accelerator === chosen)
    if (owner) {
      onProblem(t('hotkeys.refused.other-hotkey', { hotkey: owner.label, keys: showKeys(chosen, onMac) }))
      return
    }
    if (chosen !== accelerator) onChoose(chosen)
    end()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording) return
    const meaning = readPress(
      {
        code: event.code,
        key: event.key,
        ctrlKey: event.ctrlKey,
        altKey: event.altKey,
        shiftKey: event.shiftKey,
        metaKey: event.metaKey,
        isAltGraphHeld: event.getModifierState('AltGraph')
      },
      onMac
    )
    if (meaning.kind === 'move-on') return
    // Nothing else of the page, nor its menu, is to get these keys.
    event.preventDefault()
    event.stopPropagation()
    setHeld(modifiersOf(event, onMac))
    if (event.repeat) return
    if (meaning.kind === 'cancel') end()
    else if (meaning.kind === 'default') choose(defaultAccelerator)
    else if (meaning.kind === 'recorded') choose(meaning.accelerator)
    else onProblem(meaning.kind === 'refused' ? refusalText(meaning, onMac) : null)
  }

  return (
    <button
      type="button"
      className={styles.recorder}
      aria-label={t('hotkeys.recorder', { hotkey: label, keys: shown })}
      title={isRecording ? undefined : t('hotkeys.change')}
      data-recording={isRecording || undefined}
      onClick={isRecording ? end : onStart}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => isRecording && setHeld(modifiersOf(event, onMac))}
      onBlur={end}
    >
      {shown}
    </button>
  )
}

const waitingText = (held: readonly string[], onMac: boolean): string =>
  held.length === 0 ? t('hotkeys.pressKeys') : t('hotkeys.more', { keys: showKeys(held.join('+'), onMac) })
