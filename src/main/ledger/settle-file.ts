import { opensWith } from './backup.ts'
import { isPlain } from './cipher.ts'
import { encryptPlain, finishSuccession } from './replace-ledger.ts'

export interface LedgerPlace {
  /** Null keeps the ledger in memory. */
  readonly file: string | null
  /** 64 hexadecimal digits. */
  readonly encryptionKey: string
  /** Another key that may be the right one: the ledger was being changed to it. */
  readonly nextKey?: string | null
}

export interface FoundLedger {
  /** Whether it opens with the next key. */
  readonly hasNextKey: boolean
  /** Whether what is on the disk can be read by nobody else; in memory there is nothing to read. */
  readonly isEncrypted: boolean
}

/** Before the ledger is opened: finishes what an earlier run left half done with its file, and answers the key to open it with. */
export function settleFile({ file, encryptionKey, nextKey = null }: LedgerPlace): {
  readonly key: string
  readonly hasNextKey: boolean
} {
  if (file === null) return { key: encryptionKey, hasNextKey: false }
  finishSuccession(file)
  encryptPlain(file, encryptionKey)
  const hasNextKey =
    nextKey !== null && !opensWith({ file, encryptionKey }) && opensWith({ file, encryptionKey: nextKey })
  return { key: hasNextKey ? nextKey : encryptionKey, hasNextKey }
}

export const isProtected = (file: string | null): boolean => file === null || !isPlain(file)
