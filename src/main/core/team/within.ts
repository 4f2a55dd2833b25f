import type { Clock } from '../ports.ts'

/** What `work` comes to; null where that takes longer than `limitMs`. */
export function withinMs<T>(
  clock: Pick<Clock, 'schedule'>,
  limitMs: number,
  work: Promise<T>
): Promise<{ readonly value: T } | null> {
  return new Promise((resolve, reject) => {
    const cancel = clock.schedule(limitMs, () => resolve(null))
    work.then((value) => resolve({ value }), reject).finally(cancel)
  })
}
