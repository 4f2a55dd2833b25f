import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const TimeZoneContext = createContext<string | undefined>(undefined)

/** Sets the zone that times below it are shown in; null means the system's. */
export function TimeZoneProvider({
  timeZone,
  children
}: {
  readonly timeZone: string | null
  readonly children: ReactNode
}) {
  return <TimeZoneContext value={timeZone ?? undefined}>{children}</TimeZoneContext>
}

export const useTimeZone = (): string | undefined => useContext(TimeZoneContext)

/** The current time in epoch milliseconds, renewed each time a multiple of `everyMs` passes. */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      setNowMs(Date.now())
      timer = setTimeout(tick, everyMs - (Date.now() % everyMs))
    }
    timer = setTimeout(tick, everyMs - (Date.now() % everyMs))
    return () => clearTimeout(timer)
  }, [everyMs])
  return nowMs
}
