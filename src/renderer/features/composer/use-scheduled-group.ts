import { useState } from 'react'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useUiState, withWordsBefore } from '../../ui-state/index.ts'
import type { ScheduledGroup } from './scheduled-groups.ts'
import { joinParts } from './split-message.ts'

/** What the user can do with a message that waits; what becomes of it is told by `messages:scheduled-changed`. */
export function useScheduledGroup({ first }: ScheduledGroup) {
  const bridge = useBridge()
  const changeDraft = useUiState((ui) => ui.changeDraft)
  const isWriting = useUiState(({ drafts }) => (drafts[first.other.address]?.draft.body.trim() ?? '') !== '')
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const [problem, setProblem] = useState<string | null>(null)
  const [isAskingStop, setIsAskingStop] = useState(false)

  const attempt = async (act: () => Promise<string | null>) => {
    setProblem(null)
    setProblem(await act().catch(({ message }: Error) => message))
  }
  const cancel = () => bridge.request('messages:cancel-scheduled', { scheduledId: first.id })
  const release = (isDespiteStop: boolean) =>
    void attempt(async () => {
      const outcome = await bridge.request('messages:send-scheduled', {
        scheduledId: first.id,
        isDespiteStop
      })
      if (outcome.ok) return null
      if (outcome.failure.code !== 'stopped') return outcome.failure.message
      setIsAskingStop(true)
      return null
    })

  return {
    problem,
    isAskingStop,
    closeQuestion: () => setIsAskingStop(false),
    sendNow: () => release(false),
    sendDespiteStop: () => {
      setIsAskingStop(false)
      release(true)
    },
    remove: () => void attempt(async () => ((await cancel()).length > 0 ? null : t('composer.goneAlready'))),
    /** Puts its words back into the field, where they are not in the way of others. */
    edit: () => {
      if (isWriting) return setProblem(t('composer.alreadyWriting'))
      void attempt(async () => {
        const taken = await cancel()
        if (taken.length === 0) return t('composer.goneAlready')
        const words = joinParts(taken.map(({ body }) => body))
        changeDraft(first.other.address, (it) => withWordsBefore(it, words, () => crypto.randomUUID()))
        requestCompose(first.other.address)
        return null
      })
    }
  }
}
