import { useRef, useState } from 'react'
import type { Line } from '../../../shared/domain/message.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { emptyDraft, useDraft, useUiState, withBody, withLine } from '../../ui-state/index.ts'

const newIntentId = () => crypto.randomUUID()

/** The message being written to `to`, and the one way it is sent. */
export function useSendMessage(to: string, lines: readonly Line[], preferredLine: string | null) {
  const bridge = useBridge()
  const draft = useDraft(to)
  const setDraft = useUiState((ui) => ui.setDraft)
  // A ref as well as a state: a second Enter may come before the first one has rendered.
  const inFlight = useRef(false)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const line =
    lines.find(({ address }) => address === (draft.line ?? preferredLine)) ??
    lines.find(({ cannotSendBecause }) => cannotSendBecause === null) ??
    lines[0]

  const send = async () => {
    if (inFlight.current || !line || draft.intentId === null) return
    inFlight.current = true
    setIsSending(true)
    setProblem(null)
    try {
      const { intentId, body } = draft
      const outcome = await bridge.request('messages:send-message', {
        intentId,
        line: line.address,
        to,
        body
      })
      if (outcome.ok) {
        setDraft(to, { ...emptyDraft, line: draft.line })
      } else {
        setDraft(to, { ...draft, wasTried: true, intentId: newIntentId() })
        setProblem(outcome.failure.message)
      }
    } catch {
      // It may have gone out: the same intent sent again goes out once.
      setDraft(to, { ...draft, wasTried: true })
      setProblem(t('messages.interrupted'))
    } finally {
      inFlight.current = false
      setIsSending(false)
    }
  }

  return {
    draft,
    line,
    isSending,
    problem,
    setBody: (body: string) => {
      setProblem(null)
      setDraft(to, withBody(draft, body, newIntentId))
    },
    setLine: (address: string) => setDraft(to, withLine(draft, address, newIntentId)),
    send: () => void send()
  }
}
