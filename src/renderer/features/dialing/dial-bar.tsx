import { CornerDownLeft, Search, X } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useId } from 'react'
import type { Interpretation } from '../../../shared/domain/dialing.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { HiddenText, IconButton, isApple } from '../../ui/index.ts'
import { isNumberLike, useUiState } from '../../ui-state/index.ts'
import styles from './dial-bar.module.css'
import { useProposeDial } from './use-propose-dial.ts'

/** One field to search the list and to dial: Enter opens the confirmation, Esc clears. */
export function DialBar() {
  const text = useUiState((ui) => ui.searchText)
  const setText = useUiState((ui) => ui.setSearchText)
  const proposeDial = useProposeDial()
  const openPalette = useUiState((ui) => ui.setPaletteText)
  const hintId = useId()
  const asked = useDeferredValue(text.trim())
  const interpretation = useRequest(
    'dialing:interpret-text',
    { text: asked },
    { isEnabled: asked !== '', shouldKeepPrevious: true }
  )
  const hint = asked === '' ? null : hintOf(interpretation.data, asked)

  const keys = isApple() ? '⌘K' : 'Ctrl K'

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.repeat && !event.nativeEvent.isComposing && text.trim() !== '') {
      proposeDial(text.trim())
    }
    if (event.key === 'Escape') setText('')
  }

  return (
    <search className={styles.bar}>
      <div className={styles.field}>
        <Search size={15} aria-hidden="true" />
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('dialing.label')}
          aria-describedby={hintId}
          placeholder={t('dialing.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          <button
            type="button"
            className={styles.keys}
            aria-keyshortcuts="Control+K Meta+K"
            title={t('palette.label')}
            onClick={() => openPalette('')}
          >
            <HiddenText>{t('palette.label')}</HiddenText>
            <kbd>{keys}</kbd>
          </button>
        ) : (
          <IconButton label={t('dialing.clear')} icon={<X size={14} />} onClick={() => setText('')} />
        )}
      </div>
      <output id={hintId} className={styles.hint} data-kind={hint?.kind}>
        {hint && (
          <>
            <span className={styles.hintText}>{hint.text}</span>
            {hint.kind === 'dialable' && <CornerDownLeft size={14} aria-hidden="true" />}
          </>
        )}
      </output>
    </search>
  )
}

interface Hint {
  readonly kind: 'dialable' | 'undialable'
  readonly text: string
}

/** What Enter would do; nothing where the text is just a name to look for. */
function hintOf(interpretation: Interpretation | undefined, text: string): Hint | null {
  if (!interpretation) return null
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
