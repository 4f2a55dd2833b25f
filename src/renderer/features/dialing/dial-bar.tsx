import { CornerDownLeft, Search, X } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import type { Interpretation } from '../../../shared/domain/dialing.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { HiddenText, IconButton, isApple, useOnceSettled } from '../../ui/index.ts'
import { isNumberLike, useUiState } from '../../ui-state/index.ts'
import styles from './dial-bar.module.css'
import { hintOf } from './hint-of.ts'
import { SuggestionList, suggestionIdOf } from './suggestion-list.tsx'
import { longestDialText, useProposeDial } from './use-propose-dial.ts'
import { useSuggestionList } from './use-suggestion-list.ts'

/**
 * One field to search the list and to dial: Enter opens the confirmation, of a name where it can mean one person only; the arrows
 * choose among those who may be meant, Esc puts these away and then clears.
 */
export function DialBar() {
  const text = useUiState((ui) => ui.searchText)
  const setText = useUiState((ui) => ui.setSearchText)
  const proposeDial = useProposeDial()
  const openPalette = useUiState((ui) => ui.setPaletteText)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [hintId, listId] = [`${id}-hint`, `${id}-list`]
  const suggestions = useSuggestionList(text.trim())
  const { active } = suggestions
  const asked = useDeferredValue(text.trim())
  const isTooLong = asked.length > longestDialText
  const answer = useRequest(
    'dialing:interpret-text',
    { text: asked, isToCall: true },
    { isEnabled: asked !== '' && !isTooLong, shouldKeepPrevious: true }
  )
  const interpretation = isTooLong
    ? ({ outcome: 'undialable', reason: 'too-long', text: '' } as const)
    : answer.data
  const [notOne, setNotOne] = useState<NotOne | null>(null)
  const hint = hintFor(asked, interpretation, notOne)

  const keys = isApple() ? '⌘K' : 'Ctrl K'

  const propose = (what: string) => {
    suggestions.close(true)
    proposeDial(what)
  }
  const isSettled = asked === text.trim() && !answer.isFetching && suggestions.isSettled
  const enter = useOnceSettled(isSettled, (what: string) => {
    const [first, ...others] = suggestions.items
    // Where a number stands in it, or what only looks like one, that is meant; the confirmation says what is wrong with it.
    if (interpretation && hintOf(interpretation, what) !== null) return propose(what)
    if (first && others.length === 0) return propose(first.address)
    setNotOne({ text: what, found: first ? 'several' : 'nobody' })
    suggestions.enter()
  })
  const clear = () => {
    setText('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.repeat) {
      const typed = text.trim()
      if (active) propose(active.address)
      else if (isNumberLike(typed)) propose(typed)
      else if (typed !== '') enter.ask(typed)
    } else if (event.key === 'Escape') {
      if (!suggestions.isShown) setText('')
      suggestions.close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      suggestions.move(event.key === 'ArrowDown' ? 1 : -1)
      event.preventDefault()
    }
  }

  return (
    <search className={styles.bar}>
      <div className={styles.field}>
        <Search size={15} aria-hidden="true" />
        <input
          ref={field}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('dialing.label')}
          aria-describedby={hintId}
          aria-autocomplete="list"
          aria-expanded={suggestions.isShown}
          aria-controls={listId}
          aria-activedescendant={active ? suggestionIdOf(listId, active) : undefined}
          placeholder={t('dialing.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            enter.forget()
            suggestions.open()
          }}
          onKeyDown={onKeyDown}
          onFocus={suggestions.focusCame}
          onBlur={({ target }) => suggestions.focusWent(document.activeElement === target)}
          onClick={() => !suggestions.isShown && suggestions.open()}
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
          <IconButton label={t('dialing.clear')} icon={<X size={14} />} onClick={clear} />
        )}
      </div>
      <output id={hintId} className={styles.hint} data-kind={hint?.kind}>
        {hint && (
          <>
            <span className={styles.hintText}>{hint.text}</span>
            {hint.kind === 'dialable' && active === null && <CornerDownLeft size={14} aria-hidden="true" />}
          </>
        )}
      </output>
      {suggestions.isShown && (
        <SuggestionList
          id={listId}
          offers={suggestions.groups}
          isInFlow={text.trim() !== ''}
          active={active}
          onChoose={({ address }) => propose(address)}
        />
      )}
    </search>
  )
}

/** What Enter found that it could not propose at once. */
interface NotOne {
  readonly text: string
  readonly found: 'several' | 'nobody'
}

function hintFor(text: string, interpretation: Interpretation | undefined, notOne: NotOne | null) {
  if (text === '' || !interpretation) return null
  const hint = hintOf(interpretation, text)
  if (hint !== null || notOne?.text !== text) return hint
  return { kind: 'name', text: t(`dialing.${notOne.found}`) } as const
}
