import { createHash } from 'node:crypto'
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
  /** Of each style that stands in it, as a Content-Security-Policy names it: `sha256-BASE64`. */
  readonly styleHashes: readonly string[]
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
    const read = () => Buffer.from(readFileSync(path))
    const styleHashes = extname(entry.name) === '.html' ? styleHashesIn(read().toString()) : []
    return [[urlPath, { contentType, styleHashes, read }]]
  })
  return new Map(entries)
}

const styleHashesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`
  )
