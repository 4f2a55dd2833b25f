import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { InitCommand } from '../command-line.ts'
import type { RelayConfigFile } from '../config/config.ts'
import { makeNatsKeys } from './nats-keys.ts'
import { serverConfig } from './server-config.ts'
import { makeEmptyFolder, writeFiles } from './write-secret.ts'

const tokenFile = 'webhook-token'
const relayCredsFile = 'relay.creds'
const signingSeedFile = 'account-signing.nk'

/** Writes everything that a NATS server and a relay need to begin with into an empty folder; tells what each file is. */
export async function init({ out, account, region, team, servers }: InitCommand): Promise<string> {
  await makeEmptyFolder(out)
  const keys = await makeNatsKeys()
  const config: RelayConfigFile = {
    listen: { host: '127.0.0.1', port: 8360 },
    admin: { host: '127.0.0.1', port: 8361 },
    accounts: [{ id: account, region, tokenFiles: [tokenFile], lines: [] }],
    nats: {
      servers: ['nats://127.0.0.1:4222'],
      credentials: { kind: 'creds', file: relayCredsFile }
    },
    retention: { maxAgeHours: 14 * 24, maxBytes: 10 * 1024 ** 3, replicas: 1 },
    invitations: {
      team,
      servers: servers.length > 0 ? servers : ['nats://127.0.0.1:4222'],
      signing: { account: keys.account.publicKey, seedFile: signingSeedFile }
    }
  }
  await writeFiles(out, {
    'nats-server.conf': serverConfig(keys, !isServerOld()),
    'relay.json': `${JSON.stringify(config, null, 2)}\n`,
    [tokenFile]: `${randomBytes(32).toString('base64url')}\n`,
    [relayCredsFile]: keys.relayCreds,
    'system.creds': keys.systemCreds,
    [signingSeedFile]: `${keys.seeds.signing}\n`,
    'account.nk': `${keys.seeds.account}\n`,
    'operator.nk': `${keys.seeds.operator}\n`
  })
  return `${out} holds, each for its owner alone to read:
  nats-server.conf    start it there: nats-server -c nats-server.conf
  relay.json          npm run relay -- --config ${out}/relay.json
  ${tokenFile}       the end of the webhook's address: https://YOUR-HOST/hooks/TOKEN
  ${relayCredsFile}         what the relay signs in with
  ${signingSeedFile}  what invitations are signed with; only "invite" needs it
  system.creds        for administrators of the server
  account.nk, operator.nk   keep them apart, offline: they make all others
Anybody who has these files can read and send everything of the team.`
}

/** Whether the nats-server of this machine is older than 2.10; where there is none, the one elsewhere is taken to be newer. */
function isServerOld(): boolean {
  const { stdout } = spawnSync('nats-server', ['--version'], { encoding: 'utf8' })
  const [, major, minor] = /v(\d+)\.(\d+)/.exec(stdout ?? '') ?? []
  return major === '2' && Number(minor) < 10
}
