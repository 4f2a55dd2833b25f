/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a native select holds no rows; the
   list box keeps the focus and names its active row */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import styles from './virtual-list-box.module.css'

interface VirtualListBoxProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly idOf: (item: T) => string
  readonly selectedId: string | null
  readonly onOpen: (item: T) => void
  readonly onNearEnd?: () => void
  readonly rowHeightPx: number
  readonly children: (item: T) => ReactNode
}

const nearEndPx = 600

/**
 * A list box that renders only what is in view. Arrows, Home, End and the page keys move an active row, which stays mounted so
 * that `aria-activedescendant` always names something; Enter, Space or a click opens it.
 */
export function VirtualListBox<T>(props: VirtualListBoxProps<T>) {
  const { label, items, idOf, selectedId, onOpen, onNearEnd, rowHeightPx, children } = props
  const listId = useId()
  const list = useRef<VListHandle>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const indexOf = (id: string | null) => items.findIndex((item) => idOf(item) === id)
  const known = indexOf(activeId)
  const active = known >= 0 ? known : Math.max(0, indexOf(selectedId))
  const rowId = (index: number) => `${listId}-${index}`

  const moveTo = (index: number) => {
    const target = Math.min(Math.max(index, 0), items.length - 1)
    const item = items[target]
    if (!item) return
    setActiveId(idOf(item))
    list.current?.scrollToIndex(target, { align: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const rowsPerPage = Math.max(1, Math.floor((list.current?.viewportSize ?? 0) / rowHeightPx) - 1)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + rowsPerPage,
      PageUp: active - rowsPerPage,
      Home: 0,
      End: items.length - 1
    }
    const target = moves[event.key]
    const item = items[active]
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && item) onOpen(item)
    else return
    event.preventDefault()
  }

  return (
    <VList
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={items.length > 0 ? rowId(active) : undefined}
      className={styles.list ?? ''}
      onKeyDown={onKeyDown}
      itemSize={rowHeightPx}
      keepMounted={items.length > 0 ? [active] : []}
      onScroll={(offset) => {
        const { scrollSize = 0, viewportSize = 0 } = list.current ?? {}
        if (scrollSize - viewportSize - offset < nearEndPx) onNearEnd?.()
      }}
    >
      {items.map((item, index) => {
        const id = idOf(item)
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list box has the keys
          <div
            key={id}
            id={rowId(index)}
            role="option"
            aria-selected={id === selectedId}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            data-active={index === active || undefined}
            className={styles.row}
            onClick={() => {
              setActiveId(id)
              onOpen(item)
            }}
          >
            {children(item)}
          </div>
        )
      })}
    </VList>
  )
}
