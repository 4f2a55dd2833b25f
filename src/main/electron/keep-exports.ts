import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'
import { app, type Session } from 'electron'

const exportedUrls = 'blob:app://v360/'

/** Saves what a page of ours exports with the user's downloads, under a name that is free; refuses every other download. */
export function keepExports(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(exportedUrls)) return event.preventDefault()
    item.setSavePath(freePath(app.getPath('downloads'), item.getFilename(), existsSync))
  })
}

/** `history.csv`, or the first of `history (1).csv`, `history (2).csv` … that is not taken. */
export function freePath(folder: string, fileName: string, isTaken: (path: string) => boolean): string {
  // A name that tries to lead elsewhere keeps its last part only.
  const { name, ext } = parse(fileName)
  const path = (suffix: string) => join(folder, `${name}${suffix}${ext}`)
  if (!isTaken(path(''))) return path('')
  let count = 1
  while (isTaken(path(` (${count})`))) count += 1
  return path(` (${count})`)
}
