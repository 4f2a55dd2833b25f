import type { CallFilter } from '../../../shared/domain/call.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { t } from '../../text/text.ts'
import { formatDate } from '../../time/index.ts'
import { nameOf } from '../../ui/index.ts'

/** One thing that narrows the history, in words, and what takes it away. */
export interface ActiveFilter {
  readonly label: string
  readonly without: Partial<CallFilter>
}

/** What the panel's fields narrow; the two switches show themselves. */
export function describeFilter(
  filter: CallFilter,
  lines: readonly Party[],
  timeZone: string | undefined
): readonly ActiveFilter[] {
  const { queueName, line, outcome, fromMs, toMs } = filter
  const known = lines.find(({ address }) => address === line)
  // The year is told where it is not this one; the last day is the one before the moment that is not included.
  const day = (atMs: number) => formatDate(atMs, Date.now(), timeZone)
  return [
    ...(queueName === null ? [] : [{ label: queueName, without: { queueName: null } }]),
    ...(line === null ? [] : [{ label: known ? nameOf(known) : line, without: { line: null } }]),
    ...(outcome === null ? [] : [{ label: outcome, without: { outcome: null } }]),
    ...(fromMs === null
      ? []
      : [{ label: t('calls.since', { date: day(fromMs) }), without: { fromMs: null } }]),
    ...(toMs === null ? [] : [{ label: t('calls.until', { date: day(toMs - 1) }), without: { toMs: null } }])
  ]
}
