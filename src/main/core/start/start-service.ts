import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Start, WaitingReason } from '../../../shared/domain/start.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { SecretPlaces, SecretStore } from '../ports.ts'
import type { Translate } from '../translate.ts'

const done = { ok: true } as const

/** How far the start is, and where the secrets are kept: by itself where the keychain works, else as the user says. */
export interface StartService {
  readonly current: LiveValue<Start>
  /** Resolves once it is settled where secrets are kept, which may take until the user has chosen. */
  openSecrets(): Promise<SecretStore>
  /** Asks the keychain once more, for a user who has unlocked it. */
  tryKeychain(): Promise<void>
  usePassphrase(passphrase: string): Promise<Outcome<typeof done>>
  useMemory(): void
}

interface Dependencies {
  readonly places: SecretPlaces
  readonly t: Translate
}

export function createStartService({ places, t }: Dependencies): StartService {
  const current = createLiveValue<Start>({ stage: 'opening' })
  let settle = (_store: SecretStore): void => undefined
  const settled = new Promise<SecretStore>((resolve) => {
    settle = resolve
  })

  const use = (store: SecretStore): void => {
    current.set({ stage: 'opening' })
    settle(store)
  }

  const wait = (reason: WaitingReason): void =>
    current.set({
      stage: 'waiting',
      reason,
      keychain: places.keychainName,
      hasVault: places.vault.exists()
    })

  async function askKeychain(): Promise<void> {
    const asked = await places.openKeychain()
    if (asked.ok) use(asked.store)
    else wait(asked.reason)
  }

  return {
    current,
    async openSecrets() {
      if (places.preference === 'memory') use(places.openMemory())
      else if (places.vault.exists()) wait('passphrase')
      else await askKeychain()
      return settled
    },
    tryKeychain: askKeychain,
    async usePassphrase(passphrase) {
      const store = await places.vault.open(passphrase)
      if (store === null) return failed('wrong-passphrase', t('start.wrongPassphrase'))
      use(store)
      return succeeded(done)
    },
    useMemory: () => use(places.openMemory())
  }
}
