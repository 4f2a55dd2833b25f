interface KeyPress {
  readonly key: string
  /** Whether the key is held down and repeats by itself. */
  readonly repeat: boolean
  readonly isComposing: boolean
}

/** What has the focus, as far as it takes keys for itself. */
export type KeyTarget = 'button' | 'radio' | 'select' | 'nothing'

/**
 * What a key does while a dial is on show; null leaves it to what has the focus, `nothing` keeps it from that too. A button is
 * pressed by Enter anyway; one held down since the dial was proposed or confirmed, and one that ends a composition, mean nothing.
 */
export function actOfKey(
  { key, repeat, isComposing }: KeyPress,
  target: KeyTarget
): 'confirm' | 'cancel' | 'next' | 'previous' | 'nothing' | null {
  const isMeant = !repeat && !isComposing
  switch (key) {
    case 'Enter':
      if (!isMeant) return 'nothing'
      return target === 'radio' || target === 'nothing' ? 'confirm' : null
    case 'Escape':
      return isMeant ? 'cancel' : null
    case 'ArrowDown':
    case 'ArrowUp':
      if (target === 'radio' || target === 'select' || isComposing) return null
      return key === 'ArrowDown' ? 'next' : 'previous'
    default:
      return null
  }
}
