import type { Interpretation } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import { isNumberLike } from '../../ui-state/index.ts'

/** What would be dialed of a text, or why nothing is. */
export interface DialHint {
  readonly kind: 'dialable' | 'undialable'
  readonly text: string
}

/** What the parser found in `text`, in words; null where the text is just a name to look for. */
export function hintOf(interpretation: Interpretation, text: string): DialHint | null {
  if (interpretation.outcome === 'undialable') {
    if (!isNumberLike(text) && interpretation.reason === 'no-number') return null
    const reason = t(`dialing.undialable.${interpretation.reason}`, { text: interpretation.text })
    return { kind: 'undialable', text: reason }
  }
  const [first, ...others] = interpretation.candidates
  if (!first) return null
  const call = t('dialing.willDial', { display: [first.display, first.name].filter(Boolean).join(' · ') })
  const more = others.length > 0 ? `, ${t('dialing.more', { count: others.length })}` : ''
  return { kind: 'dialable', text: `${call}${more}` }
}
