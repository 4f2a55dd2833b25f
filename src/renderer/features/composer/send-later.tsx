import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../text/text.ts'
import { formatClock, useNow, useTimeZone } from '../../time/index.ts'
import { MenuButton, type MenuChoice } from '../../ui/index.ts'
import { PickTime } from './pick-time.tsx'
import { type QuickTime, quickTimes } from './wall-time.ts'

type Choice = QuickTime['id'] | 'pick'

interface SendLaterProps {
  readonly onChoose: (dueAtMs: number) => void
}

const words = {
  hour: 'composer.inOneHour',
  evening: 'composer.thisEvening',
  tomorrow: 'composer.tomorrowMorning',
  monday: 'composer.nextMonday'
} as const

/** When a message is to go out instead of now: a time that is often meant, or any other. */
export function SendLater({ onChoose }: SendLaterProps) {
  const [isPicking, setIsPicking] = useState(false)
  const timeZone = useTimeZone()
  const times = quickTimes(useNow(60_000), timeZone)
  const choices: readonly MenuChoice<Choice>[] = [
    ...times.map(({ id, dueAtMs }) => ({
      id,
      label: t(words[id], { clock: formatClock(dueAtMs, timeZone) })
    })),
    { id: 'pick', label: t('composer.pickTime') }
  ]
  return (
    <>
      <MenuButton
        label={t('composer.later')}
        icon={<CalendarClock size={16} aria-hidden="true" />}
        choices={choices}
        onChoose={(choice) => {
          const time = times.find(({ id }) => id === choice)
          if (time) onChoose(time.dueAtMs)
          else setIsPicking(true)
        }}
      />
      {isPicking && (
        <PickTime
          onChoose={(dueAtMs) => {
            setIsPicking(false)
            onChoose(dueAtMs)
          }}
          onClose={() => setIsPicking(false)}
        />
      )}
    </>
  )
}
