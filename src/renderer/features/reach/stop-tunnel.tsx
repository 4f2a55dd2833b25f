import { useState } from 'react'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'
import { useOutcome } from './use-outcome.ts'

/** Stops the way in use, after asking. */
export function StopTunnel({ onDone }: { readonly onDone: () => void }) {
  const bridge = useBridge()
  const [isAsking, setIsAsking] = useState(false)
  const stopping = useOutcome()
  const stop = async () => {
    const choice = { kind: 'none' } as const
    if (!(await stopping.run(() => bridge.request('reach:choose-tunnel', { choice, secret: null })))) return
    setIsAsking(false)
    onDone()
  }
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('reach.choose.stop')}</Button>
      <Question
        title={t('reach.choose.stopTitle')}
        text={t('reach.choose.stopText')}
        confirmLabel={t('reach.choose.stop')}
        isOpen={isAsking}
        isPending={stopping.isPending}
        problem={stopping.problem && t('reach.choose.failed', { reason: stopping.problem })}
        onConfirm={() => void stop()}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
