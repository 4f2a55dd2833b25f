import { randomBytes } from 'node:crypto'
import type { KeychainTrouble, SecretStore } from '../core/ports.ts'
import { firstLine, troubleOf } from './keychain-trouble.ts'

const probeName = 'probe'
/** Never written: looking for it needs no unlocking. */
const absentName = 'probe-absent'

export type Verdict =
  | { readonly works: true }
  | {
      readonly works: false
      readonly reason: KeychainTrouble
      /** In the library's words. */
      readonly message: string
      /** Of a keychain that made us wait: resolves once it has answered after all. */
      readonly settled: Promise<void> | null
    }

/** Proves a keychain by use. It may ask its user to unlock it, which takes as long as they take: the trial then goes on. */
export interface KeychainTrial {
  readonly isOver: () => boolean
  /** The verdict at the latest after `limitMs`; asked again, it waits for the same trial. */
  judge(limitMs: number): Promise<Verdict>
}

export function beginKeychainTrial(store: SecretStore): KeychainTrial {
  let isAnswering = false
  let isOver = false

  async function prove(): Promise<void> {
    await store.read(absentName)
    isAnswering = true
    const value = randomBytes(16).toString('hex')
    await store.write(probeName, value)
    const kept = await store.read(probeName)
    await store.remove(probeName)
    if (kept !== value) throw new Error('It did not give back what was written')
  }

  const settled = prove().then(
    (): Verdict => ({ works: true }),
    (error: unknown): Verdict => ({
      works: false,
      reason: waitingReason(troubleOf(error)),
      message: firstLine(error),
      settled: null
    })
  )
  // Both libraries wait in a thread of Node's pool, and a process that exits waits for those: one whose keyring is locked would
  // never end. By then all that is to be written is written.
  const endAtOnce = (): void => void process.kill(process.pid, 'SIGKILL')
  process.once('exit', endAtOnce)
  const over = (async () => {
    await settled
    isOver = true
    process.off('exit', endAtOnce)
  })()

  /** One that finds nothing at once, but does not take a secret, waits to be unlocked. */
  function waitingReason(reason: KeychainTrouble): KeychainTrouble {
    return reason === 'keychain-slow' && isAnswering ? 'keychain-locked' : reason
  }

  return {
    isOver: () => isOver,
    async judge(limitMs) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<Verdict>((resolve) => {
        timer = setTimeout(
          () =>
            resolve({
              works: false,
              reason: waitingReason('keychain-slow'),
              message: `It did not answer within ${limitMs} ms`,
              settled: over
            }),
          limitMs
        )
      })
      return Promise.race([settled, late]).finally(() => clearTimeout(timer))
    }
  }
}
