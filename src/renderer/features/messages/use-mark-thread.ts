import { useState } from 'react'
import type { Thread } from '../../../shared/domain/message.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { marksOf, newsOf, type ThreadAction } from './thread-marks.ts'

/** Marks a thread, and says what became of it: the change itself may be out of sight at once. */
export function useMarkThread() {
  const bridge = useBridge()
  const [news, setNews] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const mark = async (thread: Thread, action: ThreadAction) => {
    setProblem(null)
    try {
      await bridge.request('messages:mark-thread', { threadId: thread.id, ...marksOf(thread, action) })
      setNews(newsOf(thread, action))
    } catch (error) {
      setProblem(t('threads.notMarked', { reason: error instanceof Error ? error.message : String(error) }))
    }
  }
  return { news, problem, mark: (thread: Thread, action: ThreadAction) => void mark(thread, action) }
}
