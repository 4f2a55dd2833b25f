import { maxMessageLength } from '../../../shared/domain/message.ts'
import { kindOfAddress, showAddress } from '../numbers/index.ts'
import { type Ledger, LedgerUnavailable } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { WallClock } from '../wall-clock.ts'
import type { Lines } from './lines.ts'
import type { StopRecord } from './message-record.ts'
import { type Blocked, blocked, type OutgoingText, type SendTerms } from './outgoing-message.ts'
import { maxMessagesPerMinute, type SendBudget } from './send-budget.ts'

/** What keeps a message from going out; null where nothing does. Addresses are in their stored form. */
export interface OutgoingCheck {
  /** Whether it could ever be sent as it is, to this number, by whoever is signed in. */
  whyNot(text: OutgoingText, terms: Pick<SendTerms, 'stopKnownAtMs'>): Promise<Blocked | null>
  /** Whether `count` more may go out in this minute. */
  whyNotNow(count: number): Blocked | null
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'getStop'>
  readonly lines: Pick<Lines, 'current'>
  readonly isSignedIn: () => boolean
  readonly budget: SendBudget
  readonly clock: WallClock
  readonly t: Translate
}

export function createOutgoingCheck(dependencies: Dependencies): OutgoingCheck {
  const { ledger, lines, isSignedIn, budget, clock, t } = dependencies

  function whyNotFrom(address: string): string | null {
    const mine = lines.current.get()
    if (mine === null) return null
    const line = mine.find((candidate) => candidate.address === address)
    return line ? line.cannotSendBecause : t('messages.notMyLine', { line: address })
  }

  function whyNotAsItIs({ line, to, body }: OutgoingText): string | null {
    if (body.trim() === '') return t('messages.empty')
    if (body.length > maxMessageLength) {
      return t('messages.tooLong', { limit: maxMessageLength, length: body.length })
    }
    if (kindOfAddress(to) !== 'number') return t('messages.notANumber', { to })
    return whyNotFrom(line)
  }

  async function whyNotTo(to: string, stopKnownAtMs: number | null): Promise<Blocked | null> {
    let stop: StopRecord | null
    try {
      stop = await ledger.getStop(to)
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      return blocked('not-sent', t('api.notWrittenDown'))
    }
    if (!stop?.isStopped || (stopKnownAtMs !== null && stop.atMs <= stopKnownAtMs)) return null
    return blocked(
      'stopped',
      t('messages.stopped', { to: showAddress(to), when: clock.showMoment(stop.atMs) })
    )
  }

  return {
    async whyNot(text, { stopKnownAtMs }) {
      const problem = whyNotAsItIs(text)
      if (problem !== null) return blocked('not-sendable', problem)
      if (!isSignedIn()) return blocked('signed-out', t('dialing.signedOut'))
      return whyNotTo(text.to, stopKnownAtMs)
    },
    whyNotNow(count) {
      const againAtMs = budget.freeAtMs(count)
      const waitMs = againAtMs - clock.nowMs()
      if (waitMs <= 0) return null
      const values = { limit: maxMessagesPerMinute, seconds: Math.ceil(waitMs / 1_000) }
      return blocked('too-many', t('messages.tooMany', values), againAtMs)
    }
  }
}
