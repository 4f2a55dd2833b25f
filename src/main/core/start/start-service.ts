import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { passphraseLength } from '../../../shared/domain/passphrase.ts'
import type { Secrets, Start, WaitingReason } from '../../../shared/domain/start.ts'
import type { Restart } from '../application.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Log, SecretPlaces, SecretStore } from '../ports.ts'
import type { Translate } from '../translate.ts'

const done = { ok: true } as const
type Done = Outcome<typeof done>

/** How far the start is, and where the secrets are kept: by itself where the keychain works, else as the user says. */
export interface StartService {
  readonly current: LiveValue<Start>
  /** Resolves once it is settled where secrets are kept, which may take until the user has chosen; it then stays so. */
  openSecrets(): Promise<SecretStore>
  /** Asks the keychain once more, for a user who has unlocked it. */
  tryKeychain(): Promise<void>
  /** Opens the vault, or makes one where there is none. */
  usePassphrase(passphrase: string): Promise<Done>
  useMemory(): void
  describe(): Secrets
  changePassphrase(passphrase: string, next: string): Promise<Done>
  /** Moves what is in the vault to the keychain, with the application put together anew around it. */
  moveToKeychain(restart: Restart): Promise<Done>
  /** The next `openSecrets` finds out anew, and asks if need be. */
  forgetChoice(): void
}

interface Dependencies {
  readonly places: SecretPlaces
  readonly log: Log
  readonly t: Translate
}

interface Settled {
  readonly place: Secrets['place']
  readonly store: SecretStore
}

export function createStartService({ places, log, t }: Dependencies): StartService {
  const { vault } = places
  const current = createLiveValue<Start>({ stage: 'opening' })
  let settled: Settled | null = null
  let awaited = Promise.withResolvers<SecretStore>()

  function use(place: Secrets['place'], store: SecretStore): void {
    settled = { place, store }
    current.set({ stage: 'opening' })
    log.info('Where secrets are kept is settled', { place })
    awaited.resolve(store)
  }

  const isWaiting = (): boolean => current.get().stage === 'waiting'

  const wait = (reason: WaitingReason): void => {
    current.set({ stage: 'waiting', reason, keychain: places.keychainName, hasVault: vault.exists() })
  }

  async function askKeychain(): Promise<void> {
    const asked = await places.openKeychain()
    if (settled !== null) return
    if (asked.ok) return use('keychain', asked.store)
    wait(asked.reason)
    // Whoever unlocks it in its own window need not press a button here too.
    void asked.settled?.then(() => (settled === null ? askKeychain() : undefined))
  }

  async function findOut(): Promise<void> {
    if (places.preference === 'memory') use('memory', places.openMemory())
    else if (vault.exists()) wait('passphrase')
    else await askKeychain()
  }

  const tooShort = (passphrase: string): Done | null =>
    passphrase.length >= passphraseLength.min
      ? null
      : failed('too-short', t('start.tooShort', { count: passphraseLength.min }))

  return {
    current,
    async openSecrets() {
      if (settled === null) await findOut()
      return awaited.promise
    },
    async tryKeychain() {
      if (isWaiting()) await askKeychain()
    },
    async usePassphrase(passphrase) {
      if (!isWaiting()) return failed('not-waiting', t('start.notWaiting'))
      const isNew = !vault.exists()
      const refused = isNew ? tooShort(passphrase) : null
      if (refused) return refused
      const outcome = await vault.open(passphrase)
      if (outcome.kind === 'wrong-passphrase') return failed('wrong-passphrase', t('start.wrongPassphrase'))
      if (outcome.kind === 'damaged') {
        log.error('The vault could not be read and was set aside', { setAsideAs: outcome.setAsideAs })
        wait('vault-damaged')
        return failed('vault-damaged', t('start.vaultDamaged', { file: outcome.setAsideAs }))
      }
      if (settled === null) use('vault', outcome.store)
      return succeeded(done)
    },
    useMemory() {
      if (isWaiting()) use('memory', places.openMemory())
    },
    describe: () => ({
      place: settled?.place ?? 'memory',
      keychain: places.keychainName,
      canChooseAgain: places.preference !== 'memory'
    }),
    async changePassphrase(passphrase, next) {
      if (settled?.place !== 'vault') return failed('no-vault', t('start.noVault'))
      const refused = tooShort(next)
      if (refused) return refused
      return (await vault.changePassphrase(passphrase, next))
        ? succeeded(done)
        : failed('wrong-passphrase', t('start.wrongPassphrase'))
    },
    async moveToKeychain(restart) {
      if (settled?.place !== 'vault') return failed('no-vault', t('start.noVault'))
      const asked = await places.openKeychain()
      if (!asked.ok)
        return failed(asked.reason, t(`start.trouble.${asked.reason}`, { keychain: places.keychainName }))
      try {
        await restart(async () => {
          await vault.moveTo(asked.store)
          settled = { place: 'keychain', store: asked.store }
          awaited = Promise.withResolvers()
          awaited.resolve(asked.store)
        })
      } catch (error) {
        log.error('The secrets could not be moved to the keychain', { error: String(error) })
        return failed('not-moved', t('start.notMoved'))
      }
      return succeeded(done)
    },
    forgetChoice() {
      settled = null
      awaited = Promise.withResolvers()
    }
  }
}
