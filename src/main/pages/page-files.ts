import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

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

/** The built pages by the path of the URL that asks for them, listed once: a URL is looked up and never made into a path. */
export function listPageFiles(folder: string, urlFolder = ''): ReadonlyMap<string, PageFile> {
  // Not `recursive`: inside an archive, and in older Electrons, readdir knows one folder at a time.
  const entries = readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, PageFile][] => {
    const path = join(folder, entry.name)
    const urlPath = `${urlFolder}/${entry.name}`
    if (entry.isDirectory()) return [...listPageFiles(path, urlPath)]
    const contentType = contentTypes[extname(entry.name)]
    if (contentType === undefined) return []
    return [[urlPath, { contentType, read: () => Buffer.from(readFileSync(path)) }]]
  })
  return new Map(entries)
}
