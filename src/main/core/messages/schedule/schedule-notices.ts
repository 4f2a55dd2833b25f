import type { Directory } from '../../contacts/index.ts'
import { plainText } from '../../plain-text.ts'
import type { Notifier } from '../../ports.ts'
import type { Translate } from '../../translate.ts'
import type { ScheduledRecord } from '../message-record.ts'

interface Dependencies {
  readonly directory: Pick<Directory, 'describe'>
  readonly notifier: Notifier
  readonly isQuiet: () => boolean
  readonly showWindow: () => void
  readonly showPerson: (address: string) => void
  readonly t: Translate
}

/** What the user is told of messages that were to go out by themselves, and did not. */
export function createScheduleNotices(dependencies: Dependencies) {
  const { directory, notifier, isQuiet, showWindow, showPerson, t } = dependencies

  const nameOf = (address: string): string => {
    const { name, display } = directory.describe(address)
    return plainText(name ?? display)
  }

  return {
    tellHeld(held: readonly ScheduledRecord[]): void {
      const [first] = held
      if (first === undefined || isQuiet()) return
      const people = new Set(held.map(({ to }) => to))
      notifier.notify({
        title: t('notification.scheduledHeld', { count: held.length }),
        body: held.length === 1 ? (first.heldBecause ?? '') : t('notification.scheduledHeldBody'),
        onActivate: () => (people.size === 1 ? showPerson(first.to) : showWindow())
      })
    },
    tellNotAccepted({ to, body }: ScheduledRecord, state: 'refused' | 'unknown'): void {
      if (isQuiet()) return
      const name = nameOf(to)
      notifier.notify({
        title:
          state === 'refused'
            ? t('notification.scheduledRefused', { name })
            : t('notification.scheduledMaybeSent', { name }),
        body: plainText(body),
        onActivate: () => showPerson(to)
      })
    }
  }
}
