import { useRef, useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'
import type { Draft, Line } from '../../../shared/domain/message.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { partIdOf } from './split-message.ts'
import { useDraft } from './use-draft.ts'
import { useRecipient } from './use-recipient.ts'

/** What is to go out, as it was when the user said so: at once, or at `dueAtMs`. */
interface Outgoing {
  readonly draft: Draft
  readonly line: string
  readonly bodies: readonly string[]
  readonly dueAtMs: number | null
}

/** The message being written to `to`, and the one way it is sent. */
export function useSendMessage(to: string, lines: readonly Line[], preferredLine: string | null) {
  const bridge = useBridge()
  const { draft, isReady, setBody, setLine, save, sendOff, sendBack, forget } = useDraft(to)
  const recipient = useRecipient(to)
  const [problem, setProblem] = useState<string | null>(null)
  /** What waits for the user's word, since the number asked for no more messages. */
  const [asking, setAsking] = useState<Outgoing | null>(null)
  /** One after the other, so that they go out in the order in which they were written. */
  const last = useRef<Promise<void>>(Promise.resolve())
  const line =
    lines.find(({ address }) => address === (draft.line ?? preferredLine)) ??
    lines.find(({ cannotSendBecause }) => cannotSendBecause === null) ??
    lines[0]

  const request = async (outgoing: Outgoing, isDespiteStop: boolean): Promise<Outcome<unknown>> => {
    const { bodies, dueAtMs } = outgoing
    const intentId = outgoing.draft.intentId ?? crypto.randomUUID()
    const [body = ''] = bodies
    if (dueAtMs === null && bodies.length === 1) {
      const sent = { intentId, line: outgoing.line, to, body, isDespiteStop }
      const outcome = await bridge.request('messages:send-message', sent)
      // The same intent went out from another window with other words: these did not.
      return outcome.ok && outcome.value.body !== body
        ? { ok: false, failure: { code: 'other-words', message: t('composer.otherWords') } }
        : outcome
    }
    const messages = bodies.map((it, index) => ({ id: partIdOf(intentId, index), body: it }))
    return bridge.request('messages:schedule-messages', {
      messages,
      line: outgoing.line,
      to,
      dueAtMs,
      isDespiteStop
    })
  }

  const carryOut = async (outgoing: Outgoing, isDespiteStop: boolean) => {
    const outcome = await request(outgoing, isDespiteStop).catch(() => null)
    if (outcome?.ok) {
      if (outgoing.dueAtMs !== null || outgoing.bodies.length > 1) await forget()
      return
    }
    const isOther = outcome?.failure.code === 'other-words'
    sendBack(isOther ? { ...outgoing.draft, intentId: crypto.randomUUID() } : outgoing.draft)
    if (outcome?.failure.code === 'stopped') setAsking(outgoing)
    // Without an answer it may have gone out: the same intent sent again goes out once.
    else setProblem(outcome ? outcome.failure.message : t('messages.interrupted'))
  }

  const sendNow = (outgoing: Outgoing, isDespiteStop: boolean) => {
    setAsking(null)
    setProblem(null)
    void save()
    sendOff(outgoing.draft)
    last.current = last.current.then(() => carryOut(outgoing, isDespiteStop))
  }

  return {
    draft,
    isReady,
    line,
    problem,
    setProblem,
    recipient,
    setLine,
    setBody: (body: string) => {
      setProblem(null)
      setBody(body)
    },
    save: () => void save(),
    /** Sends the draft as one message or in these parts; to a number that said STOP only after asking. */
    send: (bodies: readonly string[] = [draft.body], dueAtMs: number | null = null) => {
      if (!line || draft.body.trim() === '') return
      const outgoing: Outgoing = { draft, line: line.address, bodies, dueAtMs }
      if (recipient.stoppedAtMs === null) sendNow(outgoing, false)
      else setAsking(outgoing)
    },
    isAsking: asking !== null,
    sendDespiteStop: () => asking && sendNow(asking, true),
    closeQuestion: () => setAsking(null)
  }
}
