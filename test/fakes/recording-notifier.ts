import type { Notifier, SystemNotification } from '../../src/main/core/ports.ts'

export interface ShownNotification extends SystemNotification {
  readonly isTakenBack: () => boolean
}

/** Keeps what it was asked to show, and whether that was taken back. */
export function recordingNotifier(): Notifier & { readonly shown: readonly ShownNotification[] } {
  const shown: ShownNotification[] = []
  return {
    shown,
    notify(notification) {
      let isTakenBack = false
      shown.push({ ...notification, isTakenBack: () => isTakenBack })
      return () => {
        isTakenBack = true
      }
    }
  }
}
