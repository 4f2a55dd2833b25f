import type { SecretStore } from '../core/ports.ts'

interface Move {
  readonly from: SecretStore
  readonly to: SecretStore
  readonly names: readonly string[]
  /** Whether what `to` holds under such a name is older. */
  readonly isNewer: boolean
  /** From here on `to` is the one that counts; before it `from` is, and is whole. */
  readonly commit: () => void
  readonly removed: (name: string) => void
}

/**
 * Moves secrets: all are read, written and read back before any is deleted, so that wherever it breaks off one of the two stores
 * holds them all, and doing it again finishes it. Rejects where one is not given back as it was; nothing is deleted then.
 */
export async function moveSecrets({ from, to, names, isNewer, commit, removed }: Move): Promise<void> {
  for (const name of names) {
    const value = await from.read(name)
    if (value === null || (!isNewer && (await to.read(name)) !== null)) continue
    await writeProved(to, name, value)
  }
  commit()
  for (const name of names) {
    await from.remove(name)
    removed(name)
  }
}

/** Rejects where the store does not give the secret back as it was. */
export async function writeProved(to: SecretStore, name: string, value: string): Promise<void> {
  await to.write(name, value)
  if ((await to.read(name)) !== value) throw new Error('What was moved was not given back as it was')
}
