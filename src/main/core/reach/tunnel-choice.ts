import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { TunnelChoice, TunnelKind, TunnelOffer } from '../../../shared/domain/tunnel.ts'
import type { Log, SecretStore, Tunnels } from '../ports.ts'
import type { SettingsService } from '../settings/index.ts'
import type { Translate } from '../translate.ts'
import { needsSecret, tunnelSecretName } from './tunnel-secret.ts'

/** Which way the user chose: the choice is a setting, its secret is in the keychain. */
export interface TunnelChoosing {
  listOffers(): Promise<readonly TunnelOffer[]>
  readSecret(kind: TunnelKind): Promise<string | null>
  /** `secret` null keeps the one that is in the keychain. */
  choose(choice: TunnelChoice, secret: string | null): Promise<Outcome<null>>
}

interface Dependencies {
  readonly tunnels: Pick<Tunnels, 'listOffers'>
  /** Whether the current account has an invitation to a team. */
  readonly team: { hasInvitation(): boolean }
  readonly secrets: SecretStore
  readonly settings: Pick<SettingsService, 'current' | 'isLocked' | 'update'>
  readonly log: Log
  readonly t: Translate
}

export function createTunnelChoosing(dependencies: Dependencies): TunnelChoosing {
  const { tunnels, team, secrets, settings, log, t } = dependencies
  const readSecret = (kind: TunnelKind) => secrets.read(tunnelSecretName(kind))

  /** A keychain that does not answer has none to be chosen with; the ways that need none are not its matter. */
  async function hasSecret(kind: TunnelKind): Promise<boolean> {
    try {
      return (await readSecret(kind)) !== null
    } catch (error) {
      log.warn('The keychain did not say whether it has the secret of the tunnel', {
        kind,
        error: String(error)
      })
      return false
    }
  }

  /** Whether the secret that a way needs is in the keychain when this is over. */
  async function keepSecret(kind: TunnelKind, secret: string | null): Promise<Outcome<null>> {
    if (kind === 'relay' && !team.hasInvitation()) return failed('no-invitation', t('team.lack.invitation'))
    if (!needsSecret(kind)) return succeeded(null)
    try {
      if (secret !== null) await secrets.write(tunnelSecretName(kind), secret)
      else if ((await readSecret(kind)) === null) return failed('no-secret', t('reach.secretNeeded'))
      return succeeded(null)
    } catch (error) {
      log.warn('The keychain did not take the secret of the tunnel', { kind, error: String(error) })
      return failed('keychain', t('reach.keychain'))
    }
  }

  return {
    readSecret,
    async listOffers() {
      const offers = await tunnels.listOffers()
      const ofTunnels = offers.map(async (offer) => ({
        ...offer,
        hasSecret: needsSecret(offer.kind) ? await hasSecret(offer.kind) : null
      }))
      const relay = { kind: 'relay', state: 'ready', version: null, hasSecret: team.hasInvitation() } as const
      return [...(await Promise.all(ofTunnels)), relay]
    },
    async choose(choice, secret) {
      const isLocked = settings.isLocked('tunnel')
      // Of a way that the administrator settled, the secret is left to be told: it stands in no file.
      if (isLocked && JSON.stringify(choice) !== JSON.stringify(settings.current.get().tunnel))
        return failed('locked-setting', t('reach.locked'))
      const kept = await keepSecret(choice.kind, secret)
      if (!kept.ok || isLocked) return kept
      const updated = settings.update({ tunnel: choice })
      return updated.ok ? succeeded(null) : updated
    }
  }
}
