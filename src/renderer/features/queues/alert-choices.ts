import { t } from '../../text/text.ts'

const usual = [1, 2, 5, 10, 30]

/** After how many minutes to be told, 0 for never; a choice that is not among the usual ones stays to be chosen. */
export function alertChoices(current: number | null) {
  const others = current === null || usual.includes(current) ? [] : [current]
  return [
    { value: '0', label: t('queues.never') },
    ...[...usual, ...others].map((count) => ({
      value: String(count),
      label: t('queues.afterMinutes', { count })
    }))
  ]
}
