import { failed, type Outcome, succeeded } from '../../../../shared/domain/failure.ts'
import type { Clock, Ledger } from '../../ports.ts'
import type { Translate } from '../../translate.ts'
import type { ScheduledRecord } from '../message-record.ts'
import type { MessageSender } from '../message-sender.ts'
import type { Blocked, OutgoingText, SendTerms } from '../outgoing-message.ts'
import { lateAfterMs } from './schedule-step.ts'

/** Several messages are the parts of one longer text. `dueAtMs` null begins at once. */
export interface ScheduleRequest {
  readonly messages: readonly { readonly id: string; readonly body: string }[]
  readonly line: string
  readonly to: string
  readonly dueAtMs: number | null
  readonly isDespiteStop: boolean
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'getMessage'>
  readonly sender: Pick<MessageSender, 'read' | 'whyNot' | 'whyNotNow'>
  readonly clock: Clock
  readonly t: Translate
}

const longestAheadMs = 366 * 86_400_000

/** What is asked for, as it is kept, if all of it could be sent. */
export function createScheduleCheck({ ledger, sender, clock, t }: Dependencies) {
  function whyNotThen(dueAtMs: number): string | null {
    if (dueAtMs < clock.nowMs() - lateAfterMs) return t('messages.timePassed')
    return dueAtMs > clock.nowMs() + longestAheadMs ? t('messages.timeTooFar') : null
  }

  async function whyNot(
    texts: readonly OutgoingText[],
    terms: SendTerms & { readonly isAtOnce: boolean }
  ): Promise<Blocked | null> {
    for (const text of texts) {
      const problem = await sender.whyNot(text, terms)
      if (problem) return problem
    }
    return terms.isAtOnce ? sender.whyNotNow(texts.length) : null
  }

  function recordsOf({ messages, ...request }: ScheduleRequest): readonly ScheduledRecord[] {
    const { line, to } = sender.read({ ...request, body: '' })
    const dueAtMs = request.dueAtMs ?? clock.nowMs()
    return messages.map(({ id, body }, index) => {
      const afterId = messages[index - 1]?.id ?? null
      return { id, line, to, body, dueAtMs, afterId, heldBecause: null }
    })
  }

  async function withoutSent(records: readonly ScheduledRecord[]): Promise<readonly ScheduledRecord[]> {
    const sent = await Promise.all(records.map(({ id }) => ledger.getMessage(id)))
    return records.filter((_, index) => sent[index] === null)
  }

  return {
    whyNot,
    /** Without what was sent already, for a request that comes a second time. */
    async read(request: ScheduleRequest): Promise<Outcome<readonly ScheduledRecord[]>> {
      const nowMs = clock.nowMs()
      const passed = whyNotThen(request.dueAtMs ?? nowMs)
      if (passed !== null) return failed('not-sendable', passed)
      const records = await withoutSent(recordsOf(request))
      const problem = await whyNot(records, {
        stopKnownAtMs: request.isDespiteStop ? nowMs : null,
        isAtOnce: request.dueAtMs === null
      })
      return problem ? failed(problem.failure.code, problem.failure.message) : succeeded(records)
    }
  }
}
