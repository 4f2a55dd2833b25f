import { randomUUID } from 'node:crypto'
import type { Call } from '../../../shared/domain/call.ts'
import type {
  Dial,
  DialCandidate,
  DialCaution,
  DialSource,
  DialState,
  Interpretation
} from '../../../shared/domain/dialing.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Presence } from '../../../shared/domain/presence.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { CarryOut } from '../carry-out.ts'
import type { Directory } from '../contacts/index.ts'
import type { DialIntent } from '../intent.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import { readAddress } from '../numbers/index.ts'
import type { Clock, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { Voice360Api } from '../voice360/index.ts'
import type { DialHistory } from './dial-history.ts'
import { type GuardedTarget, type GuardSettings, guardDial } from './guard-dial.ts'
import { preFlight } from './pre-flight.ts'
import { readDialable } from './read-dialable.ts'

/** A dial that comes up, or asks, under the user's hands takes no key before that: it was meant for something else. */
const settlingMs = 500
/** The same number once more within that time asks. */
const repeatedWithinMs = 10_000
/** The same, where it is not known whether the first went out: who comes back to it has to be told, after a crash too. */
const unsureWithinMs = 10 * 60_000
/** A countdown that ends later than that was slept through. */
const latestMs = 5_000

export interface Confirmation {
  readonly dialId: string
  readonly candidateIndex: number
  readonly callerId: string | null
  readonly isRecorded: boolean
  readonly isAgreed: boolean
}

/**
 * Dialing in two steps: a proposal that a person confirms, then, after the seconds in which it can be cancelled, one request.
 * There is one dial at a time, and what it will send is fixed when it is proposed.
 */
export interface DialingService {
  /** The dial on show; null when there is none. */
  readonly current: LiveValue<Dial | null>
  /** `isToCall` where the user's guards apply: a number that is not called may be written to, or kept. */
  interpret(text: string, isToCall: boolean): Interpretation
  /** While a confirmed dial is on its way that one is answered and `text` is dropped; a link does not even replace a proposal. */
  propose(text: string, source: DialSource): Dial
  /** Succeeds with a dial that still is `confirming` where it asks once more. */
  confirm(confirmation: Confirmation): Promise<Outcome<Dial>>
  /** Cancels what is not sent yet, and puts away what is over: what was broken off while it counted down is on show until then. */
  cancel(dialId: string): Outcome<Dial>
}

export interface DialingDependencies {
  readonly carryOut: CarryOut
  readonly directory: Directory
  readonly history: Pick<DialHistory, 'add' | 'last'>
  readonly api: () => Voice360Api | null
  readonly myExtension: () => string | null
  /** The numbers that can be shown to who is called; null where they are not known. */
  readonly myNumbers: () => ReadonlySet<string> | null
  readonly presence: () => Presence
  /** The calls that go on, as far as webhooks tell. */
  readonly runningCalls: () => readonly Call[]
  readonly settings: () => Settings
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

export function createDialingService(dependencies: DialingDependencies): DialingService {
  const { carryOut, directory, history, settings, clock, log, t } = dependencies
  const current = createLiveValue<Dial | null>(null)
  let cancelCountdown = (): void => undefined
  let recentDialsMs: readonly number[] = []

  const isKnownExtension = (digits: string) =>
    dependencies.presence().colleagues.some(({ extension }) => extension === digits)

  function interpret(text: string, source: DialSource, guards: GuardSettings = settings()): Interpretation {
    const meaning = readDialable(text, { region: settings().region, isKnownExtension })
    const { targets, refusal } = guardDial(meaning, source, guards, t)
    const [first, ...rest] = targets.map(candidateOf)
    return first
      ? { outcome: 'dialable', candidates: [first, ...rest] }
      : { outcome: 'undialable', reason: refusal ?? 'no-number', text }
  }

  const candidateOf = ({ address, extensionByHand, cautions }: GuardedTarget): DialCandidate => ({
    ...directory.describe(address),
    extensionByHand,
    callerId: keptCallerId(address),
    cautions
  })

  function keptCallerId(address: string): string | null {
    const callerId = settings().isCallerIdKept ? (history.last(address)?.callerId ?? null) : null
    const isMine = callerId !== null && dependencies.myNumbers()?.has(callerId) !== false
    return isMine ? callerId : null
  }

  const cautionsNow = () =>
    preFlight(dependencies.presence(), dependencies.myExtension(), dependencies.runningCalls(), t)

  function repeated(address: string): readonly DialCaution[] {
    const last = history.last(address)
    if (!last) return []
    const agoMs = clock.nowMs() - last.createdAtMs
    if (agoMs >= (last.isUnsure ? unsureWithinMs : repeatedWithinMs)) return []
    const count = Math.max(1, Math.round(agoMs / 1000))
    const text = last.isUnsure ? t('dialing.caution.unsure') : t('dialing.caution.repeated', { count })
    return [{ kind: 'repeated', mustBeAgreed: true, text }]
  }

  const isOnItsWay = (dial: Dial | null): dial is Dial =>
    dial !== null && (dial.state === 'counting-down' || dial.state === 'placing')

  function become(dial: Dial, state: DialState, change: Partial<Dial> = {}): Dial {
    // Links may have been left out since `dial` was read: while it is placed, which takes a while.
    const now = current.get()
    const next: Dial = { ...(now?.id === dial.id ? now : dial), dialsAtMs: null, ...change, state }
    current.set(next)
    return next
  }

  function leaveOut(dial: Dial): Dial {
    const next: Dial = { ...dial, leftOutCount: dial.leftOutCount + 1 }
    current.set(next)
    return next
  }

  /** Nobody waits for it: a fault on the way must not leave the dial on show as if it were still under way. */
  function placeInTime(dialId: string, intent: DialIntent): void {
    const dial = current.get()
    if (dial?.id !== dialId) return
    if (clock.nowMs() > (dial.dialsAtMs ?? 0) + latestMs) {
      become(dial, 'refused', { message: t('dialing.tooLate') })
      return
    }
    const dated = { ...intent, createdAtMs: clock.nowMs() }
    place(dial, dated).catch((error: unknown) => {
      log.error('Placing a call failed', { error: String(error) })
      history.add({ ...dated, isUnsure: true })
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
    recentDialsMs = [...recentDialsMs, intent.createdAtMs]
    const { fromExtension: from, to, callerId, isRecorded } = intent
    const outcome = await carryOut(intent, async () => {
      const placed = await api.placeCall({ from, to, callerId, isRecorded })
      return placed.ok ? { ok: true, value: placed.value.call_id } : placed
    })
    // What was refused rang nowhere: to try it again is no repetition.
    if (outcome && outcome.state !== 'refused') {
      history.add({ ...intent, isUnsure: outcome.state === 'unknown' })
    }
    if (outcome?.state === 'accepted') become(placing, 'placed', { callId: outcome.apiId })
    else if (outcome) become(placing, outcome.state, { message: outcome.reason })
  }

  /** Why nothing more may be dialed now, or null. */
  function whyNotNow(): string | null {
    recentDialsMs = recentDialsMs.filter((atMs) => clock.nowMs() - atMs < 60_000)
    if (dependencies.api() === null) return t('dialing.signedOut')
    if (dependencies.myExtension() === null) return t('dialing.noExtension')
    const limit = settings().dialsPerMinute
    return recentDialsMs.length >= limit ? t('dialing.tooMany', { limit }) : null
  }

  function countDown(dial: Dial, intent: DialIntent, chosen: DialCandidate): Dial {
    const undoMs = settings().undoSeconds * 1000
    const counting = become(dial, 'counting-down', {
      chosen,
      callerId: intent.callerId,
      isRecorded: intent.isRecorded,
      dialsAtMs: intent.createdAtMs + undoMs
    })
    cancelCountdown = clock.schedule(undoMs, () => placeInTime(counting.id, intent))
    return counting
  }

  return {
    current,
    interpret: (text, isToCall) =>
      interpret(
        text,
        'page',
        isToCall ? settings() : { ...settings(), premiumGuard: 'allow', foreignGuard: 'allow' }
      ),
    propose(text, source) {
      const before = current.get()
      const isFromOutside = source === 'link' || source === 'command-line'
      if (before && isFromOutside && (before.state === 'confirming' || isOnItsWay(before))) {
        return leaveOut(before)
      }
      if (isOnItsWay(before)) return before
      const meaning = interpret(text, source)
      const dial: Dial = {
        id: randomUUID(),
        state: 'confirming',
        source,
        candidates: meaning.outcome === 'dialable' ? meaning.candidates : [],
        undialable: meaning.outcome === 'undialable' ? meaning.reason : null,
        text: text.slice(0, 200),
        chosen: null,
        fromExtension: dependencies.myExtension(),
        callerId: null,
        isRecorded: settings().isRecordingOnByDefault,
        cautions: cautionsNow(),
        asked: null,
        acceptsFromMs: clock.nowMs() + (isFromOutside ? settlingMs : 0),
        leftOutCount: 0,
        dialsAtMs: null,
        callId: null,
        message: whyNotNow()
      }
      current.set(dial)
      return dial
    },
    async confirm({ dialId, candidateIndex, callerId, isRecorded, isAgreed }) {
      const dial = current.get()
      if (dial?.id !== dialId) return failed('no-such-dial', t('dialing.expired'))
      // Enter pressed twice: the second press finds the dial on its way.
      if (dial.state !== 'confirming' || clock.nowMs() < dial.acceptsFromMs) return succeeded(dial)
      const chosen = dial.candidates[candidateIndex]
      const fromExtension = dial.fromExtension
      if (!chosen) return failed('nothing-to-call', t('dialing.nothingToCall'))
      const obstacle = whyNotNow()
      if (obstacle !== null || fromExtension === null) {
        return failed('cannot-dial', obstacle ?? t('dialing.noExtension'))
      }
      const { address } = chosen
      const toAgree = [...cautionsNow(), ...chosen.cautions, ...repeated(address)].filter(
        ({ mustBeAgreed }) => mustBeAgreed
      )
      if (!toAgree.every(({ kind }) => isAgreed && wasAsked(dial, address, kind))) {
        return succeeded(
          become(dial, 'confirming', {
            asked: { address, cautions: toAgree },
            acceptsFromMs: clock.nowMs() + settlingMs
          })
        )
      }
      const intent: DialIntent = {
        kind: 'dial',
        id: dial.id,
        createdAtMs: clock.nowMs(),
        to: address,
        fromExtension,
        callerId: callerId === null ? null : readAddress(callerId, settings().region),
        isRecorded
      }
      return succeeded(countDown(dial, intent, chosen))
    },
    cancel(dialId) {
      const dial = current.get()
      if (dial?.id !== dialId) return failed('no-such-dial', t('dialing.expired'))
      if (dial.state === 'placing') return succeeded(dial)
      cancelCountdown()
      // Whoever had confirmed it is told that it did not go out.
      if (dial.state === 'counting-down') return succeeded(become(dial, 'cancelled'))
      current.set(null)
      return succeeded(dial.state === 'confirming' ? { ...dial, state: 'cancelled' } : dial)
    }
  }
}

const wasAsked = ({ asked }: Dial, address: string, kind: DialCaution['kind']): boolean =>
  asked?.address === address && asked.cautions.some((caution) => caution.kind === kind)
