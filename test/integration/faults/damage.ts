import { closeSync, openSync, writeSync } from 'node:fs'
import { openFile } from './stored-events.ts'

export const pageBytes = 4_096

/** Where a page of a ledger's file begins that holds events, and such are on either side of it. */
export function middleOfEvents(file: string): number {
  const database = openFile(file)
  const pages = database
    .prepare<[], number>(
      "SELECT pageno FROM dbstat WHERE name = 'events' AND pagetype = 'leaf' ORDER BY path"
    )
    .pluck()
    .all()
  database.close()
  return ((pages[Math.floor(pages.length / 2)] ?? 0) - 1) * pageBytes
}

export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, at)
  closeSync(descriptor)
}
