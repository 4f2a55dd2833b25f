import { sourceAddressSchema } from '../../../shared/domain/source-address.ts'
import { t } from '../../text/text.ts'

export const mostSources = 50

/** What is wrong with `text` as one more address or network beside `listed`; null for nothing. */
export function sourceProblem(text: string, listed: readonly string[]): string | null {
  const address = text.trim()
  if (!sourceAddressSchema.safeParse(address).success) return t('reach.sources.invalid')
  if (listed.includes(address)) return t('reach.sources.exists', { address })
  return listed.length >= mostSources ? t('reach.sources.full', { count: mostSources }) : null
}
