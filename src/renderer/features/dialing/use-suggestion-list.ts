import { useRef, useState } from 'react'
import { useSearch } from '../search/index.ts'
import { firstOffers, withPeople } from './suggestions-for.ts'
import { useSuggestions } from './use-suggestions.ts'

/** While something is typed no more are shown: what else it finds stands below them. */
const mostWhileTyping = 5

/**
 * The suggestions of the dial bar: whether they are open, and which of them is active. Where nothing is typed they open with the
 * focus and go with it; what was typed keeps them, so that nothing moves under the pointer that leaves the field.
 */
export function useSuggestionList(text: string) {
  const search = useSearch(text)
  const found = withPeople(
    useSuggestions(text),
    search.people.map(({ party }) => party)
  )
  const groups = text === '' ? found : firstOffers(found, mostWhileTyping)
  const items = [...groups.favourites, ...groups.recent, ...groups.people]
  const [isOpen, setIsOpen] = useState(false)
  const [hasFocus, setHasFocus] = useState(false)
  const [activeAddress, setActiveAddress] = useState<string | null>(null)
  /** Whether the focus only comes back to the field, from another window or the question it led to. */
  const isComingBack = useRef(false)
  const at = items.findIndex(({ address }) => address === activeAddress)

  // What was typed may also be cleared from elsewhere: without the focus nothing may cover the list then.
  const isShown = isOpen && items.length > 0 && (hasFocus || text !== '')

  const open = () => {
    isComingBack.current = false
    setActiveAddress(null)
    setIsOpen(true)
  }
  return {
    groups,
    /** All that is shown. */
    items,
    /** Whether they answer what is typed now. */
    isSettled: search.asked === text && !search.isFetching,
    isShown,
    active: isShown ? (items[at] ?? null) : null,
    open,
    /** After a choice, or where the user wants it away. */
    close(isHandedOver = false) {
      isComingBack.current = isHandedOver
      setIsOpen(false)
    },
    /** Shows them with the first one active. */
    enter() {
      open()
      setActiveAddress(items[0]?.address ?? null)
    },
    /** One further, or one back; past either end what was typed is active again. */
    move(by: 1 | -1) {
      if (!isShown) return open()
      const places = items.length + 1
      setActiveAddress(items[((at + 1 + by + places) % places) - 1]?.address ?? null)
    },
    focusCame: () => {
      setHasFocus(true)
      if (!isComingBack.current) open()
      isComingBack.current = false
    },
    /** `hasWindowLostIt`: the field has the focus again as soon as its window has. */
    focusWent(hasWindowLostIt: boolean) {
      setHasFocus(false)
      if (hasWindowLostIt) isComingBack.current = true
      if (text === '') setIsOpen(false)
    }
  }
}
