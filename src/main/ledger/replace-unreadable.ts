import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Recovered } from '../core/ports.ts'
import { isCutOff, openDamaged, openDatabase } from './open-database.ts'
import { salvage } from './salvage.ts'
import { parts, setAside } from './set-aside.ts'

/** Where what could be read is gathered, until it takes the place of the database. */
const gatheredOf = (file: string): string => `${file}.gathered`

/**
 * Sets a database aside that cannot be read, under a new name, and puts one in its place with what could be read of it. Nothing is
 * overwritten, and the app may end at any time: until all is gathered the old one stays where it is.
 */
export function replaceUnreadable(file: string, encryptionKey: string): Recovered {
  const gathered = gatheredOf(file)
  for (const part of parts) rmSync(gathered + part, { force: true })
  const keptEvents = gather(file, gathered, encryptionKey)
  const setAsideAs = setAside(file, keptEvents === null ? 'other-key' : 'unreadable')
  renameSync(gathered, file)
  return { setAsideAs, keptEvents }
}

/** Ends what `replaceUnreadable` had begun, where the app ended between its last two steps. */
export function finishReplacing(file: string): void {
  const gathered = gatheredOf(file)
  if (!existsSync(file) && existsSync(gathered) && !existsSync(`${gathered}-wal`)) renameSync(gathered, file)
}

function gather(file: string, gathered: string, encryptionKey: string): number | null {
  const into = openDatabase(gathered, encryptionKey)
  if (isCutOff(file)) {
    into.close()
    return null
  }
  const from = openDamaged(file, encryptionKey)
  try {
    return salvage(from, into)
  } finally {
    from.close()
    // Brings its log over to it.
    into.close()
  }
}
