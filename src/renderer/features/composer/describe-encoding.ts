import { t } from '../../text/text.ts'
import type { SmsText } from './sms-text.ts'

const mostNamed = 4

/** `“, ’ and …`, with how many there are beyond the first few. */
function nameCharacters(characters: readonly string[]): string {
  const named = characters.slice(0, mostNamed)
  const moreCount = characters.length - named.length
  const words = moreCount > 0 ? [...named, t('composer.moreCharacters', { count: moreCount })] : named
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : t('composer.list', { first: words.slice(0, -1).join(', '), last })
}

/** Whether so much of a text is of another script that naming its characters says nothing. */
export const isOtherScript = ({ runs }: SmsText): boolean => {
  const length = (isForcing: boolean) =>
    runs.filter((run) => run.isForcing === isForcing).reduce((sum, { text }) => sum + text.trim().length, 0)
  return length(true) > length(false)
}

/** Why a text is UCS-2, and what that makes of it; null for GSM-7. */
export function describeForcing(sms: SmsText): string | null {
  if (sms.encoding === 'GSM-7') return null
  const segments = t('composer.segments', { count: sms.segmentCount })
  const length = sms.segmentLength
  if (sms.forcing.length > mostNamed && isOtherScript(sms))
    return t('composer.forcedAll', { segments, length })
  const characters = nameCharacters(sms.forcing)
  return sms.forcing.length === 1
    ? t('composer.forcedByOne', { characters, segments, length })
    : t('composer.forcedBySeveral', { characters, segments, length })
}
