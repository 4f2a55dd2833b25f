import type { ServerResponse } from 'node:http'
import type { RequestOutcome } from '../../../shared/domain/diagnostics.ts'
import type { Clock } from '../ports.ts'
import { type Answer, answers, send } from './answer.ts'
import { createRequestJournal, type RequestEntry, type RequestLog } from './request-journal.ts'

/** A request that is to be answered, and what is known of it. */
export interface Exchange {
  /** Null where a bare socket is answered, by somebody else. */
  readonly response: ServerResponse | null
  /** Empty where no request could be read. */
  readonly method: string
  /** Null where it is not known. */
  readonly source: string | null
  /** Which of the listener's secrets it came with; null where with none. */
  readonly tokenId: string | null
  readonly startedAtMs: number
}

type Acceptance = 'stored' | 'duplicate'
type Refusal = Exclude<RequestOutcome, Acceptance | 'other-source'>

/** Answers requests and writes down, without what is secret or somebody's, what became of them. */
export interface Exchanges {
  accept(exchange: Exchange, outcome: Acceptance, eventName: string): void
  /** Answers our own test, of which there are too many to write each down. */
  acceptTest(exchange: Exchange): void
  /** Without a `why`, the log says what the answer says. */
  refuse(exchange: Exchange, outcome: Refusal, answer: Answer, why?: string, eventName?: string): void
  /** Like a wrong address, so that the sender learns nothing. */
  refuseSource(exchange: Exchange): void
  /** Refuses somebody who does not know the address. */
  turnAway(exchange: Exchange, outcome: Refusal, answer: Answer, why?: string): void
}

/** Why a request gets 404, for the log alone. */
export const whyNotFound = {
  address: 'No webhook has this address.',
  browser: 'It came from a browser.',
  method: 'Webhooks come by POST or GET.'
} as const

/** @param onAnswered told of every answer, also those of a flood, of which the log lists only some */
export function createExchanges(
  requests: Pick<RequestLog, 'add'>,
  clock: Pick<Clock, 'nowMs'>,
  onAnswered: (entry: RequestEntry, tokenId: string | null) => void = () => {}
): Exchanges {
  const journal = createRequestJournal(requests, clock)

  function answer(
    { response, method, source, tokenId, startedAtMs }: Exchange,
    outcome: RequestOutcome,
    reply: Answer,
    why: string | null,
    eventName: string | null
  ): RequestEntry {
    if (response !== null) send(response, reply)
    const tookMs = clock.nowMs() - startedAtMs
    const entry = { atMs: startedAtMs, method, source, status: reply.status, outcome, eventName, why, tookMs }
    onAnswered(entry, tokenId)
    return entry
  }

  return {
    accept: (exchange, outcome, eventName) =>
      journal.add(answer(exchange, outcome, answers.ok, null, eventName)),
    acceptTest: ({ response }) => response && send(response, answers.ok),
    refuse: (exchange, outcome, reply, why = reply.sentence, eventName) =>
      journal.add(answer(exchange, outcome, reply, why, eventName ?? null)),
    refuseSource(exchange) {
      const { source } = exchange
      const why =
        source === null ? 'Where it came from is not known.' : `${source} is not an allowed address.`
      journal.add(answer(exchange, 'other-source', answers.notFound, why, null))
    },
    turnAway: (exchange, outcome, reply, why = reply.sentence) =>
      journal.addStranger(answer(exchange, outcome, reply, why, null))
  }
}
