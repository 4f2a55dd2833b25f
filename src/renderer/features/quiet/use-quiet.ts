import {
  formatQuietEnd,
  type QuietChoice,
  quietAt,
  quietEndMs,
  quietUntilOffMs
} from '../../../shared/domain/quiet.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'

const everyMs = 15_000

/** Whether this app stays quiet now, in words, and the ways to begin and end that. */
export function useQuiet() {
  const bridge = useBridge()
  const nowMs = useNow(everyMs)
  const timeZone = useTimeZone()
  const untilMs = quietAt(useRequest('settings:get-settings', {}).data?.quietUntilMs ?? null, nowMs)
  const set = (quietUntilMs: Settings['quietUntilMs']) =>
    // Where it is not taken over, what is shown stays as it is.
    void bridge.request('settings:update-settings', { change: { quietUntilMs } }).catch(() => {})
  return {
    text: untilMs === null ? null : textOf(untilMs, nowMs, timeZone),
    begin: (choice: QuietChoice) => set(quietEndMs(choice, Date.now())),
    end: () => set(null)
  }
}

const textOf = (untilMs: number, nowMs: number, timeZone: string | undefined): string =>
  untilMs === quietUntilOffMs
    ? t('quiet.untilOff')
    : t('quiet.until', { time: formatQuietEnd(untilMs, nowMs, timeZone) })
