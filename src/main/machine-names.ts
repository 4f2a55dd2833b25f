import { homedir, hostname, userInfo } from 'node:os'
import { basename } from 'node:path'
import type { MachineNames } from './core/diagnostics/index.ts'

const proxyVariable = /^(?:https?|all)_proxy$/i

/** What would tell in a support bundle whose computer it comes from. */
export function readMachineNames(env: NodeJS.ProcessEnv = process.env): MachineNames {
  const proxies = Object.keys(env)
    .filter((name) => proxyVariable.test(name))
    .map((name) => proxyOf(env[name] ?? ''))
  const [shortName = ''] = hostname().split('.')
  return {
    users: [userName(), basename(homedir()), ...proxies.map(({ user }) => user)],
    hosts: [hostname(), shortName, ...proxies.map(({ host }) => host)]
  }
}

/** A user of whom the system keeps no record has none. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** Most are written as an address, some as `host:port` alone. */
function proxyOf(written: string): { readonly host: string; readonly user: string } {
  const url = URL.parse(written.includes('://') ? written : `http://${written}`)
  return { host: url?.hostname ?? '', user: url?.username ?? '' }
}
