import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav'
}

export interface PageFile {
  readonly contentType: string
  read(): Buffer<ArrayBuffer>
}

/**
 * The built pages, listed once at the start: path (`/index.html`) → file. What is not on the list does not exist, so no path
 * from outside is ever joined to a folder.
 */
export function listPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  )
  return new Map(
    files.flatMap((entry): [string, PageFile][] => {
      const contentType = contentTypes[extname(entry.name)]
      if (!contentType) return []
      const path = join(entry.parentPath, entry.name)
      const name = path.slice(folder.length).split(sep).join('/')
      return [[name, { contentType, read: () => Buffer.from(readFileSync(path)) }]]
    })
  )
}
