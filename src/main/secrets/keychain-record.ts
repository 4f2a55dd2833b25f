import { z } from 'zod'
import type { DocumentStore, SecretStore } from '../core/ports.ts'

const recordSchema = z.object({
  /** Which backend wrote last: on Linux they do not see each other's entries. */
  backend: z.string().nullable().catch(null).default(null),
  /** Of each backend, the names of what it holds; never a value. */
  names: z.record(z.string(), z.array(z.string()).readonly()).catch({}).default({})
})
type KeychainRecord = z.infer<typeof recordSchema>

export const readRecord = (document: DocumentStore): KeychainRecord => recordSchema.parse(document.read())

export const namesOf = (document: DocumentStore, backend: string): readonly string[] =>
  readRecord(document).names[backend] ?? []

function recordName(document: DocumentStore, backend: string, name: string): void {
  const record = readRecord(document)
  const names = record.names[backend] ?? []
  if (names.includes(name)) return
  document.write({ ...record, names: { ...record.names, [backend]: [...names, name] } })
}

export function forgetName(document: DocumentStore, backend: string, name: string): void {
  const record = readRecord(document)
  const names = (record.names[backend] ?? []).filter((other) => other !== name)
  document.write({ ...record, names: { ...record.names, [backend]: names } })
}

/** The same store, whose names are written down, so that they can be moved to another. */
export const recordedSecretStore = (
  store: SecretStore,
  backend: string,
  document: DocumentStore,
  proveAnew: () => Promise<void>
): SecretStore => ({
  name: store.name,
  isPersistent: store.isPersistent,
  async read(name) {
    const value = await store.read(name)
    if (value !== null) recordName(document, backend, name)
    // A keyring that was locked meanwhile finds nothing either, and "nothing" would be replaced.
    else if (namesOf(document, backend).includes(name)) await proveAnew()
    return value
  },
  async write(name, value) {
    recordName(document, backend, name)
    await store.write(name, value)
  },
  async remove(name) {
    // Nor does a locked one remove anything, and keytar's answer is the same.
    if (namesOf(document, backend).includes(name)) await proveAnew()
    await store.remove(name)
    forgetName(document, backend, name)
  }
})
