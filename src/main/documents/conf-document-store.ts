import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentStore } from '../core/ports.ts'

/** What is used of conf's `Conf` and of its child, electron-store's `Store`. */
export interface ConfLike {
  store: Record<string, unknown>
}

export interface DocumentPlace {
  readonly folder: string
  /** The file's name without `.json`. */
  readonly name: string
  /** Makes the host's kind of store; it throws when the file does not hold what it should. */
  readonly createStore: (place: { readonly folder: string; readonly name: string }) => ConfLike
  readonly nowMs: () => number
}

export interface OpenedDocument {
  readonly document: DocumentStore
  /** Where a file that could not be read was put, for the user to be told; null when all was well. */
  readonly recovered: { readonly setAsideAs: string } | null
}

/** Opens a document; a corrupt file is set aside under another name and an empty document takes its place. */
export function openConfDocument({ folder, name, createStore, nowMs }: DocumentPlace): OpenedDocument {
  const open = () => asDocument(createStore({ folder, name }))
  try {
    return { document: open(), recovered: null }
  } catch (error) {
    const file = join(folder, `${name}.json`)
    if (!(error instanceof SyntaxError) || !existsSync(file)) throw error
    const setAsideAs = join(folder, `${name}.damaged-${nowMs()}.json`)
    renameSync(file, setAsideAs)
    return { document: open(), recovered: { setAsideAs } }
  }
}

const asDocument = (conf: ConfLike): DocumentStore => ({
  read: () => conf.store,
  write(document) {
    conf.store = { ...document }
  }
})

/** Opens what a host itself remembers in the user's folder, by name. */
export const documentsIn =
  ({ folder, createStore }: Pick<DocumentPlace, 'folder' | 'createStore'>) =>
  (name: string): DocumentStore =>
    openConfDocument({ folder, name, createStore, nowMs: Date.now }).document
