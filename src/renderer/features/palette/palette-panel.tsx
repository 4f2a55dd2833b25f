import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { t } from '../../text/text.ts'
import { useOnceSettled } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import { PaletteFoot } from './palette-foot.tsx'
import { type PaletteItem, partyOf } from './palette-items.ts'
import { PaletteList, rowIdOf } from './palette-list.tsx'
import styles from './palette-panel.module.css'
import { PaletteState } from './palette-state.tsx'
import { type PaletteTarget, usePaletteActions } from './use-palette-actions.ts'
import { usePaletteSections } from './use-palette-sections.ts'

interface PalettePanelProps {
  readonly onGo: (target: PaletteTarget) => void
  readonly onOpenPerson: (address: string) => void
  readonly onClose: () => void
}

/**
 * The palette's field and what it finds. The field keeps the focus and names the active row; Enter opens it, Ctrl or Cmd+Enter
 * calls. Enter pressed before the answer to what was typed is there waits for it: it never opens what stood there before.
 */
export function PalettePanel({ onGo, onOpenPerson, onClose }: PalettePanelProps) {
  const text = useUiState(({ paletteText }) => paletteText ?? '')
  const setText = useUiState((ui) => ui.setPaletteText)
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const proposeDial = useProposeDial()
  const listId = useId()
  const actions = usePaletteActions(onGo)
  const { sections, asked, isSettled, error, hint } = usePaletteSections(text, actions)
  const [activeId, setActiveId] = useState<string | null>(null)
  const items = sections.flatMap((section) => section.items)
  const known = items.findIndex(({ id }) => id === activeId)
  const active = Math.max(0, known)
  const activeItem = items[active]

  const open = (item: PaletteItem) => {
    onClose()
    if (item.kind === 'action') return item.action.run()
    const { address } = partyOf(item) ?? {}
    if (address === undefined) return
    if (item.kind === 'call') return proposeDial(item.dialText)
    if (item.kind === 'write') requestCompose(address)
    onOpenPerson(address)
  }
  const call = (item: PaletteItem) => {
    const party = partyOf(item)
    if (!party) return open(item)
    onClose()
    proposeDial(item.kind === 'call' ? item.dialText : party.address)
  }
  const enter = useOnceSettled(isSettled, (what: 'open' | 'call') => {
    if (activeItem) (what === 'call' ? call : open)(activeItem)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.shiftKey) return
    const moves: Record<string, number> = {
      ArrowDown: (active + 1) % Math.max(1, items.length),
      ArrowUp: (active - 1 + items.length) % Math.max(1, items.length),
      Home: 0,
      End: items.length - 1
    }
    const target = moves[event.key]
    if (target !== undefined) setActiveId(items[target]?.id ?? null)
    else if (event.key === 'Enter' && !event.repeat)
      enter.ask(event.ctrlKey || event.metaKey ? 'call' : 'open')
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.panel}>
      <div className={styles.field}>
        <Search size={16} aria-hidden="true" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette was opened to type here
          autoFocus
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-label={t('palette.label')}
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeItem && rowIdOf(listId, activeItem)}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActiveId(null)
            enter.forget()
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList
        id={listId}
        sections={sections}
        query={asked}
        active={activeItem ?? null}
        onActivate={({ id }) => setActiveId(id)}
        onOpen={open}
      />
      <PaletteState asked={asked} isSettled={isSettled} count={items.length} error={error} hint={hint} />
      {activeItem && <PaletteFoot item={activeItem} />}
    </div>
  )
}
