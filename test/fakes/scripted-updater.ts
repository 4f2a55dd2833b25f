import type { UpdateAnswer, Updater } from '../../src/main/core/ports.ts'

/** An updater that answers what a test says, and writes down what it is asked. */
export interface ScriptedUpdater extends Updater {
  readonly asked: string[]
  /** What is found next; a promise is awaited. */
  finds: UpdateAnswer<string | null> | Promise<UpdateAnswer<string | null>>
  fetches: UpdateAnswer<null> | Promise<UpdateAnswer<null>>
  isInstallOnQuitWanted: boolean
  progress(fraction: number): void
}

export const found = (version: string | null): UpdateAnswer<string | null> => ({ ok: true, value: version })
export const troubled = (trouble: 'unreachable' | 'unpublished' | 'notGenuine' | 'otherTrouble') =>
  ({ ok: false, trouble, details: 'as scripted' }) as const

export function scriptedUpdater(unavailable: Updater['unavailable'] = null): ScriptedUpdater {
  const asked: string[] = []
  let tell = (_fraction: number): void => undefined
  const updater: ScriptedUpdater = {
    asked,
    finds: found(null),
    fetches: { ok: true, value: null },
    isInstallOnQuitWanted: false,
    version: '1.0.0',
    unavailable,
    async check(channel) {
      asked.push(`check ${channel}`)
      return updater.finds
    },
    async download(onProgress) {
      asked.push('download')
      tell = onProgress
      return updater.fetches
    },
    progress: (fraction) => tell(fraction),
    setInstallOnQuit(isWanted) {
      updater.isInstallOnQuitWanted = isWanted
    },
    install: () => void asked.push('install')
  }
  return updater
}
