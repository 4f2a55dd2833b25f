import { t } from '../../text/text.ts'

const choices = [null, 730, 365, 180, 90, 30] as const
const yearDays = 365

/** How long, in words: in years where it is whole years. */
export function retentionText(days: number | null): string {
  if (days === null) return t('data.keepAll')
  return days % yearDays === 0 ? t('data.years', { count: days / yearDays }) : t('data.days', { count: days })
}

/** What there is to choose from, with `chosen` among it whatever it is; the longest first. */
export const retentionChoices = (chosen: number | null): readonly (number | null)[] =>
  choices.some((it) => it === chosen) ? choices : [...choices, chosen]

/** Whether a change from one to the other deletes something. */
export const isShorter = (from: number | null, to: number | null): boolean =>
  to !== null && (from === null || to < from)
