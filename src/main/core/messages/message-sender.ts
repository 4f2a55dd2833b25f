import { failed, succeeded } from '../../../shared/domain/failure.ts'
import type { CarryOut } from '../carry-out.ts'
import type { IntentOutcome, MessageIntent } from '../intent.ts'
import { readAddress } from '../numbers/index.ts'
import type { Ledger } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { Voice360Api } from '../voice360/index.ts'
import type { WallClock } from '../wall-clock.ts'
import { createOutgoingCheck, type OutgoingCheck } from './check-outgoing.ts'
import { describeMessage } from './describe-message.ts'
import type { Lines } from './lines.ts'
import type { MessageRecord } from './message-record.ts'
import {
  type Blocked,
  blocked,
  type CarriedOut,
  type OutgoingMessage,
  type OutgoingText,
  type SendTerms
} from './outgoing-message.ts'
import { createSendBudget } from './send-budget.ts'

/** The one way of a text out of this app, whoever asks for it: an intent in the ledger, then one request, never a second. */
export interface MessageSender extends OutgoingCheck {
  send(message: OutgoingMessage, terms: SendTerms): Promise<CarriedOut | Blocked>
  /** The text with its addresses in their stored form, as the checks want them. */
  read<T extends OutgoingText>(text: T): T
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'getMessage' | 'getStop'>
  readonly lines: Pick<Lines, 'current'>
  readonly api: () => Voice360Api | null
  readonly region: () => string
  readonly clock: WallClock
  readonly t: Translate
  readonly carryOut: CarryOut
}

export function createMessageSender(dependencies: Dependencies): MessageSender {
  const { ledger, api, region, clock, t, carryOut } = dependencies
  const budget = createSendBudget(clock)
  const check = createOutgoingCheck({ ...dependencies, budget, isSignedIn: () => api() !== null })
  const underway = new Map<string, Promise<CarriedOut | Blocked>>()

  const read: MessageSender['read'] = (text) => ({
    ...text,
    line: readAddress(text.line, region()),
    to: readAddress(text.to, region())
  })

  /** The ledger may not know yet what became of a request. */
  const carriedOut = (record: MessageRecord, outcome: IntentOutcome | null = null): CarriedOut => ({
    kind: 'carried-out',
    state: record.state === 'sending' ? (outcome?.state ?? 'sending') : record.state,
    message: succeeded(describeMessage(record))
  })

  async function carry(message: OutgoingMessage, terms: SendTerms): Promise<CarriedOut | Blocked> {
    const known = await ledger.getMessage(message.intentId).catch(() => null)
    if (known) return carriedOut(known)
    const problem = await check.whyNot(message, terms)
    if (problem) return problem
    // From here to the intent nothing waits: what is taken back or counted until now is known.
    const client = api()
    if (!client) return blocked('signed-out', t('dialing.signedOut'))
    if (terms.isWanted?.() === false) return blocked('withdrawn', t('messages.scheduleGone'))
    const tooMany = check.whyNotNow(1)
    if (tooMany) return tooMany
    budget.spend()
    return request(message, client)
  }

  async function request(
    { intentId, line, to, body }: OutgoingMessage,
    client: Voice360Api
  ): Promise<CarriedOut | Blocked> {
    const createdAtMs = clock.nowMs()
    const intent: MessageIntent = { kind: 'message', id: intentId, createdAtMs, line, to, body }
    const outcome = await carryOut(intent, async () => {
      const sent = await client.sendMessage({ from: line, to, message: body })
      return sent.ok ? { ok: true, value: sent.value.message_id } : sent
    })
    // By now it may be sent, which is said even where the ledger cannot be read.
    const record = await ledger.getMessage(intentId).catch(() => null)
    if (record) return carriedOut(record, outcome)
    if (outcome?.state === 'refused') return blocked('not-sent', outcome.reason)
    return {
      kind: 'carried-out',
      state: outcome?.state ?? 'unknown',
      message: failed('not-sent', outcome?.state === 'unknown' ? outcome.reason : t('messages.alreadySent'))
    }
  }

  return {
    ...check,
    read,
    send(message, terms) {
      const same = underway.get(message.intentId)
      if (same) return same
      const sending = carry(read(message), terms).finally(() => underway.delete(message.intentId))
      underway.set(message.intentId, sending)
      return sending
    }
  }
}
