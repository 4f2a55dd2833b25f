import { existsSync, renameSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SecretStore, Vault } from '../core/ports.ts'
import { assertSecret } from './assert-secret.ts'
import { writeProved } from './move-secrets.ts'
import {
  deriveVaultKey,
  type ScryptCost,
  type Secrets,
  seal,
  unseal,
  type VaultKey,
  vaultCost
} from './vault-seal.ts'

interface VaultPlace {
  readonly file: string
  readonly nowMs: () => number
  /** Told of each passphrase, before anything is done with it. */
  readonly onPassphrase: (passphrase: string) => void
  readonly cost?: ScryptCost
}

interface Opened {
  key: VaultKey
  secrets: Secrets
}

/** One file that holds all secrets, sealed by a passphrase (scrypt, AES-256-GCM); written whole, and never over one it cannot read. */
export function createVault({ file, nowMs, onPassphrase, cost = vaultCost }: VaultPlace): Vault {
  let opened: Opened | null = null
  let working: Promise<unknown> = Promise.resolve()

  /** One change after the other. */
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = working.then(change)
    working = turn.catch(() => undefined)
    return turn
  }

  /** What is in memory is what is in the file: it changes once that is written. */
  async function keep(next: Opened): Promise<void> {
    await writeWhole(file, seal(next.secrets, next.key))
    opened = next
  }

  const theOpened = (): Opened => {
    if (opened === null) throw new Error('The vault is not open')
    return opened
  }

  function setAside(): string {
    const setAsideAs = `${file}.damaged-${nowMs()}`
    renameSync(file, setAsideAs)
    return setAsideAs
  }

  const store: SecretStore = {
    name: 'a vault sealed by your passphrase',
    isPersistent: true,
    read: (name) => inTurn(async () => theOpened().secrets[name] ?? null),
    write: (name, value) =>
      inTurn(async () => {
        assertSecret(value)
        const { key, secrets } = theOpened()
        await keep({ key, secrets: { ...secrets, [name]: value } })
      }),
    remove: (name) =>
      inTurn(async () => {
        const { key, secrets } = theOpened()
        if (secrets[name] === undefined) return
        await keep({
          key,
          secrets: Object.fromEntries(Object.entries(secrets).filter(([it]) => it !== name))
        })
      })
  }

  return {
    exists: () => existsSync(file),
    open: (passphrase) =>
      inTurn(async () => {
        onPassphrase(passphrase)
        if (!existsSync(file)) {
          await keep({ key: await deriveVaultKey(passphrase, cost), secrets: {} })
          return { kind: 'opened', store }
        }
        const unsealed = await unseal(await readFile(file, 'utf8'), passphrase)
        if (unsealed.kind === 'damaged') return { kind: 'damaged', setAsideAs: setAside() }
        if (unsealed.kind === 'wrong-passphrase') return unsealed
        opened = { key: unsealed.key, secrets: unsealed.secrets }
        return { kind: 'opened', store }
      }),
    changePassphrase: (passphrase, next) =>
      inTurn(async () => {
        onPassphrase(passphrase)
        onPassphrase(next)
        const unsealed = await unseal(await readFile(file, 'utf8'), passphrase)
        if (unsealed.kind !== 'opened') return false
        await keep({ key: await deriveVaultKey(next, cost), secrets: theOpened().secrets })
        return true
      }),
    moveTo: (to) =>
      inTurn(async () => {
        for (const [name, value] of Object.entries(theOpened().secrets)) await writeProved(to, name, value)
        await rm(file)
        opened = null
      })
  }
}

/** Whoever reads `file` finds either what was there before or all of `text`, also after a power cut. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.new`
  await synced(temporary, 'w', (handle) => handle.writeFile(text))
  await rename(temporary, file)
  // Windows opens no folder; there the rename itself is journalled.
  await synced(dirname(file), 'r', () => Promise.resolve()).catch(() => undefined)
}

async function synced(
  path: string,
  flags: 'w' | 'r',
  use: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>
): Promise<void> {
  const handle = await open(path, flags, 0o600)
  try {
    await use(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
