import type { Reach } from '../../../shared/domain/reach.ts'
import type { Settings } from '../../../shared/domain/settings.ts'

/** Names of the computer that the app runs on, of its user, and of the proxies that it is set to go by. */
export interface MachineNames {
  readonly users: readonly string[]
  readonly hosts: readonly string[]
}

/** What the app knows to tell of its user, by how it is written in lower case, and what stands for it. */
export type OwnWords = ReadonlyMap<string, string>

const tellingNothing: ReadonlySet<string> = new Set(['', 'localhost', '127.0.0.1', '[::1]'])

/** The names of computers and of their users that settings, reach and machine hold, dots or none. */
export function ownWordsOf(
  { tunnel, crmTemplate }: Pick<Settings, 'tunnel' | 'crmTemplate'>,
  reach: Pick<Reach, 'webhookUrl' | 'tunnel' | 'addressChange'>,
  machine: MachineNames
): OwnWords {
  const { user, host } = tunnel.kind === 'ssh' ? partsOf(tunnel.destination) : { user: '', host: '' }
  const addresses = [
    'url' in tunnel ? tunnel.url : null,
    reach.webhookUrl,
    reach.tunnel.url,
    reach.addressChange?.before,
    reach.addressChange?.after,
    crmTemplate
  ]
  const domain = tunnel.kind === 'ngrok' ? tunnel.domain : ''
  const hosts = [host, domain, ...addresses.map(hostOf), ...machine.hosts]
  const words = new Map<string, string>()
  const add = (names: readonly string[], mark: string): void => {
    for (const name of names.map((each) => each.toLowerCase()))
      if (!tellingNothing.has(name)) words.set(name, mark)
  }
  add([user, ...machine.users], '[user]')
  add(hosts, '[host]')
  return words
}

/** Of what ssh takes: `host`, `user@host`, with a port or without. */
function partsOf(destination: string): { readonly user: string; readonly host: string } {
  const at = destination.lastIndexOf('@')
  return { user: destination.slice(0, Math.max(0, at)), host: destination.slice(at + 1).replace(/:\d*$/, '') }
}

const hostOf = (address: string | null | undefined): string =>
  /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(address ?? '')?.[1] ?? ''
