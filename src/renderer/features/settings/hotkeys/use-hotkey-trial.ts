import { useEffect, useState } from 'react'
import type { HotkeyName, Hotkeys } from '../../../../shared/domain/hotkey.ts'
import { useBridgeEvent, useCommand } from '../../../bridge/index.ts'
import { type ProofOutcome, proofOutcome } from './proof-outcome.ts'

/** What is tried with one hotkey: other keys are recorded for it, or it is to prove that it works. */
interface Trial {
  readonly kind: 'recording' | 'proving'
  readonly name: HotkeyName
  /** When it was last pressed before. */
  readonly pressedBeforeMs: number | null
}

export interface HotkeyTrial {
  isOn(kind: Trial['kind'], name: HotkeyName): boolean
  /** What the last proof of it came to. */
  outcomeOf(name: HotkeyName): ProofOutcome | null
  /** Begins it in the place of any other. */
  begin(kind: Trial['kind'], name: HotkeyName): void
  /** Ends it, if it is that one. */
  end(kind: Trial['kind'], name: HotkeyName): void
}

const waitMs = 8_000
/** Long enough to go to another program. */
const longWaitMs = 25_000

/**
 * One trial at a time: while it lasts the hotkeys are in its mode, which ends with it, and with the page. The main process has the
 * last word on what the mode is.
 */
export function useHotkeyTrial({ hotkeys, mode, isUnproven }: Hotkeys): HotkeyTrial {
  const { mutate: setMode } = useCommand('hotkeys:set-mode')
  const [trial, setTrial] = useState<Trial | null>(null)
  const [proof, setProof] = useState<{ name: HotkeyName; outcome: ProofOutcome } | null>(null)

  useEffect(() => {
    if (trial === null) return undefined
    setMode({ mode: trial.kind })
    return () => setMode({ mode: 'active' })
  }, [trial, setMode])

  useEffect(() => {
    if (trial?.kind !== 'proving') return undefined
    const timer = setTimeout(
      () => {
        setProof({ name: trial.name, outcome: 'nothing' })
        setTrial(null)
      },
      isUnproven ? longWaitMs : waitMs
    )
    return () => clearTimeout(timer)
  }, [trial, isUnproven])

  useBridgeEvent('hotkeys:hotkeys-changed', (changed) => {
    if (trial?.kind !== 'proving') return
    const outcome = proofOutcome(trial, changed, document.hasFocus())
    if (outcome === null) return
    setProof({ name: trial.name, outcome })
    setTrial(null)
  })

  return {
    isOn: (kind, name) => trial?.kind === kind && trial.name === name && mode === kind,
    outcomeOf: (name) => (proof?.name === name ? proof.outcome : null),
    begin(kind, name) {
      const pressedBeforeMs = hotkeys.find((hotkey) => hotkey.name === name)?.lastPressedAtMs ?? null
      setProof(null)
      setTrial({ kind, name, pressedBeforeMs })
    },
    end: (kind, name) =>
      setTrial((current) => (current?.kind === kind && current.name === name ? null : current))
  }
}
