import type { TeamTrouble } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** What is the matter with the connection to one of these servers, for people. */
export const describeTeamTrouble = (code: TeamTrouble, servers: readonly string[], t: Translate): string =>
  t(`team.trouble.${code}`, { server: servers.map(hostOf).join(', ') })

/** `tls://nats.example.com:4222` without its scheme. */
const hostOf = (server: string): string => server.replace(/^\w+:\/\//, '')
