/** Tells whoever watches what happened. */
export interface Signal<T> {
  readonly emit: (value: T) => void
  /** Returns the function that stops the watching. */
  readonly watch: (listener: (value: T) => void) => () => void
}

/** A value that others can watch. Setting the value that it has already tells nobody. */
export interface LiveValue<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  /** Returns the function that stops the watching. */
  readonly watch: (listener: (value: T) => void) => () => void
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    emit(value) {
      for (const listener of listeners) listener(value)
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}

export function createLiveValue<T>(initial: T): LiveValue<T> {
  let current = initial
  const changed = createSignal<T>()
  return {
    get: () => current,
    set(value) {
      if (value === current) return
      current = value
      changed.emit(value)
    },
    watch: changed.watch
  }
}
