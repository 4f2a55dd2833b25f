import type { Colleague } from '../../../shared/domain/presence.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Notifier } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** Tells when someone the user waits for is free, once. It remembers for as long as the app runs. */
export interface FreeWatch {
  /** The extensions of those who are waited for. */
  readonly watched: LiveValue<readonly string[]>
  set(extension: string, isWatched: boolean): void
  /** Presence was read, just now. */
  presenceRead(colleagues: readonly Colleague[]): void
  /** Waits for nobody any more, as when someone else signs in. */
  forget(): void
}

interface Dependencies {
  readonly notifier: Notifier
  readonly showTeam: () => void
  readonly t: Translate
}

const nobody: readonly string[] = []

export function createFreeWatch({ notifier, showTeam, t }: Dependencies): FreeWatch {
  const watched = createLiveValue(nobody)
  return {
    watched,
    set(extension, isWatched) {
      const others = watched.get().filter((it) => it !== extension)
      watched.set(isWatched ? [...others, extension] : others)
    },
    presenceRead(colleagues) {
      if (watched.get().length === 0) return
      const free = colleagues.filter((it) => watched.get().includes(it.extension) && isFree(it))
      if (free.length === 0) return
      watched.set(watched.get().filter((it) => !free.some(({ extension }) => extension === it)))
      for (const { name, extension } of free)
        notifier.notify({
          title: t('notification.colleagueFree', { name }),
          body: extension,
          onActivate: showTeam
        })
    },
    forget: () => watched.set(nobody)
  }
}

/** Online, and on no call as far as the key may see. */
const isFree = ({ isOnline, calls }: Colleague): boolean => isOnline && (calls === null || calls.length === 0)
