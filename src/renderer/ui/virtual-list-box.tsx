/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a native select holds no rows; the
   list box keeps the focus and names its active row */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState
} from 'react'
import { VList, type VListHandle } from 'virtua'
import type { MenuPlace } from './context-menu.tsx'
import { useKeptPlace } from './use-kept-place.ts'
import styles from './virtual-list-box.module.css'

/** Rows that are looked up one by one; an array is such a list too. */
export interface ListRows<T> {
  readonly length: number
  at(index: number): T | undefined
}

interface VirtualListBoxProps<T> {
  readonly label: string
  /** What is to be known of its keys. */
  readonly description?: string
  readonly items: ListRows<T>
  /** Another value after each change of `items`, where they change in place. */
  readonly version?: unknown
  readonly idOf: (item: T) => string
  /** Where an item stands, -1 for nowhere; without it the items are searched. */
  readonly indexOfId?: (id: string) => number
  /** Whether an item can be opened; the others are only read. */
  readonly isOpenable?: (item: T) => boolean
  readonly selectedId: string | null
  readonly onOpen: (item: T) => void
  readonly onNearEnd?: () => void
  /** Asks for the menu of an item: by a right click, a click on its `data-row-menu`, the menu key or Shift+F10. */
  readonly onMenu?: (item: T, at: MenuPlace) => void
  /** Takes a key pressed on the active item; false leaves it. */
  readonly onItemKey?: (item: T, key: string) => boolean
  readonly rowHeightPx: number
  readonly children: (item: T) => ReactNode
}

const nearEndPx = 2_000

/** The row that the keyboard works on, and where it stood when it became that: should it go, its neighbour takes its place. */
interface ActiveRow {
  readonly id: string
  readonly index: number
}

/**
 * A list box that renders only what is in view, and looks at no other row. Arrows, Home, End and the page keys move an active
 * row, which stays mounted so that `aria-activedescendant` always names something; Enter, Space or a click opens it.
 */
export function VirtualListBox<T>(props: VirtualListBoxProps<T>) {
  const { label, items, version, idOf, selectedId, onOpen, onNearEnd, rowHeightPx, children } = props
  const { isOpenable = () => true } = props
  const listId = useId()
  const list = useRef<VListHandle>(null)
  const [activeRow, setActiveRow] = useState<ActiveRow | null>(null)
  const idAt = (index: number) => {
    const item = items.at(index)
    return item === undefined ? undefined : idOf(item)
  }
  const indexOf = (id: string) => (props.indexOfId ?? ((it) => searchRows(items, idOf, it)))(id)
  const known = activeRow === null ? -1 : indexOf(activeRow.id)
  const selected = selectedId === null ? -1 : indexOf(selectedId)
  const atRest = Math.max(0, selected >= 0 ? selected : Math.min(activeRow?.index ?? 0, items.length - 1))
  const active = known >= 0 ? known : atRest
  const rowId = (index: number) => `${listId}-${index}`
  const place = useKeptPlace(list, () => document.getElementById(listId), items.length, idAt, indexOf)
  const count = items.length
  // What virtua asks of its data is how much there is: rows are looked up where they are rendered.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `version` tells of changes in place
  const data = useMemo<ArrayLike<null>>(() => ({ length: count }), [count, items, version])

  const tellNearEnd = () => {
    const { scrollSize = 0, viewportSize = 0, scrollOffset = 0 } = list.current ?? {}
    if (scrollSize - viewportSize - scrollOffset < nearEndPx) onNearEnd?.()
  }
  // A list that does not fill its window is at its end without ever being scrolled.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- after each change of the rows, whatever was rendered
  useEffect(tellNearEnd, [data])

  const moveTo = (index: number) => {
    const target = Math.min(Math.max(index, 0), items.length - 1)
    const id = idAt(target)
    if (id === undefined) return
    setActiveRow({ id, index: target })
    list.current?.scrollToIndex(target, { align: 'nearest' })
  }
  const open = (item: T) => isOpenable(item) && onOpen(item)

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
    const item = items.at(active)
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && item !== undefined) open(item)
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (item === undefined || !props.onItemKey?.(item, event.key)) return
    event.preventDefault()
  }
  /** The menu key opens where the row is, a right click where it was made. */
  const onContextMenu = (event: MouseEvent) => {
    const { onMenu } = props
    if (!onMenu) return
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null
    const index = row ? Number(row.getAttribute('aria-posinset')) - 1 : active
    const item = items.at(index)
    const box = (row ?? document.getElementById(rowId(index)))?.getBoundingClientRect()
    if (item === undefined || !box || !isOpenable(item)) return
    event.preventDefault()
    setActiveRow({ id: idOf(item), index })
    onMenu(item, row ? { x: event.clientX, y: event.clientY } : { x: box.left + 24, y: box.bottom })
  }

  const row = (index: number) => {
    const item = items.at(index)
    // Between a change of the rows and the next rendering virtua may ask for one that has gone.
    if (item === undefined) return <div />
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
        aria-disabled={!isOpenable(item) || undefined}
        data-active={index === active || undefined}
        className={isOpenable(item) ? styles.row : styles.text}
        onClick={({ target, clientX, clientY }) => {
          setActiveRow({ id, index })
          const isMenu = target instanceof Element && target.closest('[data-row-menu]') !== null
          if (isMenu) props.onMenu?.(item, { x: clientX, y: clientY })
          else open(item)
        }}
      >
        {children(item)}
      </div>
    )
  }

  return (
    <>
      <VList
        ref={list}
        id={listId}
        role="listbox"
        tabIndex={0}
        data-takes-focus
        aria-label={label}
        aria-describedby={props.description === undefined ? undefined : `${listId}-keys`}
        aria-activedescendant={items.length > 0 ? rowId(active) : undefined}
        className={styles.list ?? ''}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        itemSize={rowHeightPx}
        shift={place.shift}
        keepMounted={items.length > 0 ? [active] : []}
        data={data}
        onScroll={() => {
          place.remember()
          tellNearEnd()
        }}
      >
        {(_, index) => row(index)}
      </VList>
      {props.description !== undefined && (
        <span id={`${listId}-keys`} hidden>
          {props.description}
        </span>
      )}
    </>
  )
}

function searchRows<T>(rows: ListRows<T>, idOf: (item: T) => string, id: string): number {
  for (let index = 0; index < rows.length; index += 1) {
    const item = rows.at(index)
    if (item !== undefined && idOf(item) === id) return index
  }
  return -1
}
