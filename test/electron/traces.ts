import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { DrivenApp } from './launch-app.ts'

/** What can be looked through for a secret, with its name. */
export type Place = readonly [name: string, text: string]

const windows = (text: string, length: number): readonly string[] =>
  Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length))

/** Every eight characters of a secret in a row: not one may be found. */
export const piecesOf = (secret: string): readonly string[] => windows(secret, 8)

/** The same in each of the ways in which a program may write them down. */
function tracesOf(secret: string): readonly string[] {
  const pieces = piecesOf(secret)
  const base64 = [0, 1, 2].flatMap((shift) =>
    windows(
      Buffer.from('x'.repeat(shift) + secret)
        .toString('base64')
        .slice(4, -4),
      12
    )
  )
  return [
    ...pieces,
    ...pieces.map((piece) => Buffer.from(piece, 'utf16le').toString('latin1')),
    ...pieces.map((piece) => Buffer.from(piece).toString('hex')),
    ...base64
  ]
}

/** Where there are traces of a secret, with a few of them. */
export function findTraces(secret: string, places: readonly Place[]): readonly string[] {
  const traces = tracesOf(secret)
  return places.flatMap(([name, text]) =>
    traces
      .filter((trace) => text.includes(trace))
      .slice(0, 3)
      .map((trace) => `${name}: ${trace}`)
  )
}

/** Every file below a folder, read as bytes. */
export const filesIn = (folder: string): readonly Place[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => [path, readFileSync(path, 'latin1')])

/** Everything that a page has in its memory. */
export async function heapOf(app: DrivenApp, page: Page): Promise<string> {
  const session = await app.electron.context().newCDPSession(page)
  let snapshot = ''
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    snapshot += chunk
  })
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return snapshot
}
