import { randomUUID } from 'node:crypto'
import type { Dial, DialState, Interpretation } from '../../../shared/domain/dialing.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { CarryOut } from '../carry-out.ts'
import type { Directory } from '../contacts/index.ts'
import type { DialIntent } from '../intent.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import { readAddress } from '../numbers/index.ts'
import type { Clock, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { Voice360Api } from '../voice360/index.ts'
import { interpretText } from './interpret-text.ts'

/** Whatever asks for them, a person or a runaway link: calls cost money. */
const maxDialsPerMinute = 10

export interface Confirmation {
  readonly dialId: string
  readonly candidateIndex: number
  readonly callerId: string | null
  readonly isRecorded: boolean
}

/**
 * Dialing in two steps: a proposal that a person confirms, then, after the seconds in which it can be cancelled, one request.
 * There is one dial at a time, and what it will send is fixed when it is proposed.
 */
export interface DialingService {
  /** The dial on show; null when there is none. */
  readonly current: LiveValue<Dial | null>
  interpret(text: string): Interpretation
  /** While a confirmed dial is on its way, that one is answered and `text` is dropped. */
  propose(text: string): Dial
  confirm(confirmation: Confirmation): Promise<Outcome<Dial>>
  /** Cancels what is not sent yet, and puts away what is over. */
  cancel(dialId: string): Outcome<Dial>
}

interface Dependencies {
  readonly carryOut: CarryOut
  readonly directory: Directory
  readonly api: () => Voice360Api | null
  readonly myExtension: () => string | null
  readonly isKnownExtension: (digits: string) => boolean
  readonly settings: () => Settings
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

export function createDialingService(dependencies: Dependencies): DialingService {
  const { carryOut, directory, settings, clock, log, t } = dependencies
  const current = createLiveValue<Dial | null>(null)
  let cancelCountdown = (): void => undefined
  let recentDialsMs: readonly number[] = []

  const meaningOf = (text: string) =>
    interpretText(text, { region: settings().region, isKnownExtension: dependencies.isKnownExtension })

  function interpret(text: string): Interpretation {
    const meaning = meaningOf(text)
    if (meaning.outcome === 'undialable') return { ...meaning, text }
    const [first, ...rest] = meaning.addresses.map((address) => directory.describe(address))
    return first
      ? { outcome: 'dialable', candidates: [first, ...rest] }
      : { outcome: 'undialable', reason: 'no-number', text }
  }

  const isOnItsWay = (dial: Dial | null): dial is Dial =>
    dial !== null && (dial.state === 'counting-down' || dial.state === 'placing')

  function become(dial: Dial, state: DialState, change: Partial<Dial> = {}): Dial {
    const next: Dial = { ...dial, dialsAtMs: null, ...change, state }
    current.set(next)
    return next
  }

  /** Nobody waits for it: a fault on the way must not leave the dial on show as if it were still under way. */
  function placeInTime(dial: Dial, intent: DialIntent): void {
    place(dial, intent).catch((error: unknown) => {
      log.error('Placing a call failed', { error: String(error) })
      become(dial, 'unknown', { message: t('api.maybeSent', { reason: t('api.unexpected') }) })
    })
  }

  async function place(dial: Dial, intent: DialIntent): Promise<void> {
    const placing = become(dial, 'placing')
    const api = dependencies.api()
    if (!api) {
      become(placing, 'refused', { message: t('dialing.signedOut') })
      return
    }
    const { fromExtension: from, to, callerId, isRecorded } = intent
    const outcome = await carryOut(intent, async () => {
      const placed = await api.placeCall({ from, to, callerId, isRecorded })
      return placed.ok ? { ok: true, value: placed.value.call_id } : placed
    })
    if (outcome?.state === 'accepted') become(placing, 'placed', { callId: outcome.apiId })
    else if (outcome) become(placing, outcome.state, { message: outcome.reason })
  }

  /** Why nothing more may be dialed now, or null. */
  function whyNotNow(): string | null {
    recentDialsMs = recentDialsMs.filter((atMs) => clock.nowMs() - atMs < 60_000)
    if (dependencies.api() === null) return t('dialing.signedOut')
    if (dependencies.myExtension() === null) return t('dialing.noExtension')
    return recentDialsMs.length >= maxDialsPerMinute
      ? t('dialing.tooMany', { limit: maxDialsPerMinute })
      : null
  }

  return {
    current,
    interpret,
    propose(text) {
      const before = current.get()
      if (isOnItsWay(before)) return before
      const meaning = interpret(text)
      const dial: Dial = {
        id: randomUUID(),
        state: 'confirming',
        candidates: meaning.outcome === 'dialable' ? meaning.candidates : [],
        undialable: meaning.outcome === 'undialable' ? meaning.reason : null,
        text: text.slice(0, 200),
        chosen: null,
        fromExtension: dependencies.myExtension(),
        callerId: null,
        isRecorded: settings().isRecordingOnByDefault,
        dialsAtMs: null,
        callId: null,
        message: whyNotNow()
      }
      current.set(dial)
      return dial
    },
    async confirm({ dialId, candidateIndex, callerId, isRecorded }) {
      const dial = current.get()
      if (dial?.id !== dialId) return failed('no-such-dial', t('dialing.expired'))
      // Enter pressed twice: the second press finds the dial on its way.
      if (dial.state !== 'confirming') return succeeded(dial)
      const chosen = dial.candidates[candidateIndex]
      const fromExtension = dial.fromExtension
      if (!chosen) return failed('nothing-to-call', t('dialing.nothingToCall'))
      const obstacle = whyNotNow()
      if (obstacle !== null || fromExtension === null) {
        return failed('cannot-dial', obstacle ?? t('dialing.noExtension'))
      }
      const nowMs = clock.nowMs()
      recentDialsMs = [...recentDialsMs, nowMs]
      const intent: DialIntent = {
        kind: 'dial',
        id: dial.id,
        createdAtMs: nowMs,
        to: chosen.address,
        fromExtension,
        callerId: callerId === null ? null : readAddress(callerId, settings().region),
        isRecorded
      }
      const undoMs = settings().undoSeconds * 1000
      const counting = become(dial, 'counting-down', {
        chosen,
        callerId: intent.callerId,
        isRecorded,
        dialsAtMs: nowMs + undoMs
      })
      cancelCountdown = clock.schedule(undoMs, () =>
        placeInTime(counting, { ...intent, createdAtMs: clock.nowMs() })
      )
      return succeeded(counting)
    },
    cancel(dialId) {
      const dial = current.get()
      if (dial?.id !== dialId) return failed('no-such-dial', t('dialing.expired'))
      if (dial.state === 'placing') return succeeded(dial)
      cancelCountdown()
      const isUnsent = dial.state === 'confirming' || dial.state === 'counting-down'
      const last = isUnsent ? become(dial, 'cancelled') : dial
      current.set(null)
      return succeeded(last)
    }
  }
}
