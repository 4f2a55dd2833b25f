import { useState } from 'react'
import { t } from '../../../text/text.ts'
import { Button, isApple } from '../../../ui/index.ts'
import { KeysRecorder, showKeys } from '../../hotkeys/index.ts'
import { Row } from '../section.tsx'
import { HotkeyStatus } from './hotkey-status.tsx'
import { holderAmong, hotkeyStatus, type LabelledHotkey } from './hotkey-status-text.ts'
import styles from './hotkeys-section.module.css'
import type { HotkeyTrial } from './use-hotkey-trial.ts'

interface HotkeyRowProps {
  readonly hotkey: LabelledHotkey
  readonly others: readonly LabelledHotkey[]
  readonly isUnproven: boolean
  readonly trial: HotkeyTrial
  readonly defaultKeys: string
  readonly onChange: (keys: string) => void
}

/** One hotkey: its keys, which can be recorded anew, a way to prove that they work, and what is known of that. */
export function HotkeyRow({ hotkey, others, isUnproven, trial, defaultKeys, onChange }: HotkeyRowProps) {
  const { name, label, state, accelerator } = hotkey
  const [problem, setProblem] = useState<string | null>(null)
  const isProving = trial.isOn('proving', name)
  return (
    <div>
      <Row label={label}>
        <div className={styles.controls}>
          <KeysRecorder
            label={label}
            accelerator={accelerator}
            defaultAccelerator={defaultKeys}
            others={others}
            isRecording={trial.isOn('recording', name)}
            onStart={() => trial.begin('recording', name)}
            onEnd={() => trial.end('recording', name)}
            onChoose={onChange}
            onProblem={setProblem}
          />
          {state === 'registered' && (
            <Button
              aria-label={t('hotkeys.proveHotkey', { hotkey: label })}
              aria-pressed={isProving}
              onClick={() => (isProving ? trial.end('proving', name) : trial.begin('proving', name))}
            >
              {t('hotkeys.prove')}
            </Button>
          )}
          {state === 'taken' && !holderAmong(others, hotkey) && (
            <Button
              aria-label={t('hotkeys.tryAgainHotkey', { hotkey: label })}
              onClick={() => trial.begin('proving', name)}
            >
              {t('app.tryAgain')}
            </Button>
          )}
        </div>
      </Row>
      <HotkeyStatus
        {...hotkeyStatus({
          hotkey,
          others,
          isUnproven,
          problem,
          trial: trial.isOn('recording', name) ? 'recording' : isProving ? 'proving' : null,
          outcome: trial.outcomeOf(name),
          keys: showKeys(accelerator, isApple()),
          defaultKeys: showKeys(defaultKeys, isApple())
        })}
      />
    </div>
  )
}
