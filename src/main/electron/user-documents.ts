import ElectronStore from 'electron-store'
import type { DocumentStore } from '../core/ports.ts'
import { type DocumentPlace, openConfDocument } from '../documents/conf-document-store.ts'

export const createStore: DocumentPlace['createStore'] = ({ folder, name }) =>
  new ElectronStore({ cwd: folder, name })

/** Opens what the desktop app itself remembers in the user's folder, by name. */
export const documentsIn =
  (folder: string) =>
  (name: string): DocumentStore =>
    openConfDocument({ folder, name, createStore, nowMs: Date.now }).document
