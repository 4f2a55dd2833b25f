import { useState } from 'react'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'
import { useOutcome } from './use-outcome.ts'

/** Leaves the team, after asking. */
export function LeaveTeam({ team }: { readonly team: string }) {
  const bridge = useBridge()
  const [isAsking, setIsAsking] = useState(false)
  const leaving = useOutcome()
  const leave = async () => {
    if (await leaving.run(() => bridge.request('team:leave', {}))) setIsAsking(false)
  }
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('relay.leave')}</Button>
      <Question
        title={t('relay.leaveTitle', { team })}
        text={t('relay.leaveText')}
        confirmLabel={t('relay.leave')}
        isOpen={isAsking}
        isPending={leaving.isPending}
        problem={leaving.problem && t('relay.leaveFailed', { reason: leaving.problem })}
        onConfirm={() => void leave()}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
