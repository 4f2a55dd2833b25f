import type { MessagePort } from 'node:worker_threads'
import type { Recovered } from '../core/ports.ts'
import { openDatabase } from './open-database.ts'
import type { FromWorker, WorkerSettings } from './protocol.ts'
import { finishReplacing, replaceUnreadable } from './replace-unreadable.ts'
import { runDatabase } from './run-database.ts'
import { isProtected, settleFile } from './settle-file.ts'
import { isStorageFailure, isUnreadable } from './storage-errors.ts'
import { takeBatches } from './take-batches.ts'

/** A disk that damages one file after the other is not to be filled with them. */
const mostOftenMs = 10 * 60_000
const retryAfterMs = 30_000

/** Opens the database and answers on `port`, until it is told to close. */
export function ownDatabase(
  port: MessagePort,
  { reader: firstReader, maxBatchSize, ...place }: WorkerSettings
): void {
  const { file } = place
  const post = (message: FromWorker): void => port.postMessage(message)
  let ledger: ReturnType<typeof open>
  let key = place.encryptionKey

  function open(reader = firstReader) {
    const database = openDatabase(file, key)
    try {
      return runDatabase(database, reader, post, noteFailure)
    } catch (error) {
      database.close()
      throw error
    }
  }

  function openFirst(): { readonly running: ReturnType<typeof open>; readonly recovered: Recovered | null } {
    if (file !== null) finishReplacing(file)
    try {
      return { running: open(), recovered: null }
    } catch (error) {
      if (file === null || !isUnreadable(error)) throw error
      const recovered = replaceUnreadable(file, key)
      return { running: open(), recovered }
    }
  }

  let replacedAtMs = -Infinity

  /** What is found damaged while it runs is replaced at once: nothing that is stored in it could be relied on. */
  function noteFailure(error: unknown): void {
    if (file === null || !isUnreadable(error) || performance.now() - replacedAtMs < mostOftenMs) return
    replacedAtMs = performance.now()
    setImmediate(replace, file)
  }

  function replace(damaged: string): void {
    const reader = ledger.reader()
    let recovered: Recovered | null = null
    function tryTo(): void {
      try {
        recovered ??= replaceUnreadable(damaged, key)
        ledger = open(reader)
      } catch (error) {
        if (!isStorageFailure(error)) throw error
        // A full disk. Meanwhile nothing is stored, and whoever asks is told so.
        setTimeout(tryTo, retryAfterMs).unref()
        return
      }
      post({ kind: 'recovered', recovered })
      ledger.start()
    }
    ledger.end()
    tryTo()
  }

  try {
    const settled = settleFile(place)
    key = settled.key
    const { running, recovered } = openFirst()
    ledger = running
    takeBatches(port, maxBatchSize, {
      run: (batch) => ledger.run(batch),
      end() {
        ledger.end()
        port.close()
      }
    })
    post({ kind: 'opened', recovered, hasNextKey: settled.hasNextKey, isEncrypted: isProtected(file) })
    ledger.start()
  } catch (error) {
    post({ kind: 'not-opened', reason: error instanceof Error ? error.message : String(error) })
    port.close()
  }
}
