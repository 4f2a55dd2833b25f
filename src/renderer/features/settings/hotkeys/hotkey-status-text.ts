import type { Hotkey } from '../../../../shared/domain/hotkey.ts'
import { t } from '../../../text/text.ts'
import type { ProofOutcome } from './proof-outcome.ts'

export interface LabelledHotkey extends Hotkey {
  /** What it is for. */
  readonly label: string
}

interface Situation {
  readonly hotkey: Hotkey
  /** The app's other hotkeys. */
  readonly others: readonly LabelledHotkey[]
  readonly isUnproven: boolean
  /** Why the keys just pressed cannot be had. */
  readonly problem: string | null
  /** What is being tried with it. */
  readonly trial: 'recording' | 'proving' | null
  readonly outcome: ProofOutcome | null
  /** Its keys, and those that it begins with, as they are named on this system. */
  readonly keys: string
  readonly defaultKeys: string
}

interface Status {
  readonly kind: 'good' | 'bad' | 'plain'
  /** Empty where there is nothing to say. */
  readonly text: string
}

/** The one thing to be said of a hotkey now; what is being done with it comes first. */
export function hotkeyStatus(situation: Situation): Status {
  const { hotkey, problem, trial, outcome, keys, defaultKeys, isUnproven } = situation
  if (problem !== null) return bad(problem)
  if (trial === 'recording') return plain(t('hotkeys.recordingHint', { keys: defaultKeys }))
  if (hotkey.state === 'invalid') return bad(t('hotkeys.invalid'))
  if (hotkey.state === 'taken') return bad(takenText(situation))
  if (trial === 'proving')
    return plain(t(isUnproven ? 'hotkeys.waitingElsewhere' : 'hotkeys.waiting', { keys }))
  if (outcome === 'works') return { kind: 'good', text: t('hotkeys.works') }
  if (outcome === 'works-here') return bad(t('hotkeys.works-here'))
  if (outcome === 'nothing') return bad(t(isUnproven ? 'hotkeys.nothingUnproven' : 'hotkeys.nothing'))
  return plain('')
}

function takenText({ hotkey, others, isUnproven }: Situation): string {
  const owner = holderAmong(others, hotkey)
  if (owner) return t('hotkeys.takenByOurs', { hotkey: owner.label })
  return t(isUnproven ? 'hotkeys.takenUnproven' : 'hotkeys.taken')
}

/** Which of the app's own hotkeys holds the keys that this one wants. */
export const holderAmong = (others: readonly LabelledHotkey[], { accelerator }: Hotkey) =>
  others.find((other) => other.accelerator === accelerator && other.state === 'registered')

const plain = (text: string): Status => ({ kind: 'plain', text })
const bad = (text: string): Status => ({ kind: 'bad', text })
