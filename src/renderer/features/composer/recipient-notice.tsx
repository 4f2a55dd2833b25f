import { useState } from 'react'
import { t } from '../../text/text.ts'
import { formatDateAndClock, useNow, useTimeZone } from '../../time/index.ts'
import { Banner, Button } from '../../ui/index.ts'
import type { useRecipient } from './use-recipient.ts'

interface RecipientNoticeProps {
  readonly recipient: ReturnType<typeof useRecipient>
}

/** That a number asked for no more messages, or that it is night there. */
export function RecipientNotice({ recipient }: RecipientNoticeProps) {
  const { stoppedAtMs, nightClock, setStop } = recipient
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const [problem, setProblem] = useState<string | null>(null)
  const markWilling = () => {
    setProblem(null)
    setStop(false).catch((error: Error) => setProblem(t('composer.notMarked', { reason: error.message })))
  }
  return (
    <>
      {stoppedAtMs !== null && (
        <Banner
          kind="warning"
          action={
            <Button kind="quiet" onClick={markWilling}>
              {t('composer.markWilling')}
            </Button>
          }
        >
          {t('composer.stopped', {
            when: formatDateAndClock(stoppedAtMs, nowMs, timeZone)
          })}
        </Banner>
      )}
      {nightClock !== null && <Banner kind="warning">{t('composer.night', { clock: nightClock })}</Banner>}
      {problem !== null && <Banner kind="error">{problem}</Banner>}
    </>
  )
}
