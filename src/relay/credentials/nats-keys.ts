import {
  type Account,
  createAccount,
  createOperator,
  createUser,
  encodeAccount,
  encodeOperator,
  encodeUser,
  fmtCreds,
  type KeyPair
} from '@nats-io/jwt'
import { relayPermissions } from './relay-permissions.ts'

/** What a NATS server in operator mode needs to know, and the keys to it. */
export interface NatsKeys {
  readonly operatorJwt: string
  /** Public keys with their JWTs. */
  readonly account: { readonly publicKey: string; readonly jwt: string }
  readonly systemAccount: { readonly publicKey: string; readonly jwt: string }
  /** Contents of `.creds` files. */
  readonly relayCreds: string
  readonly systemCreds: string
  /** Secret, each one line. */
  readonly seeds: { readonly operator: string; readonly account: string; readonly signing: string }
}

const unlimited = {
  subs: -1,
  data: -1,
  payload: -1,
  conn: -1,
  leaf: 0,
  imports: -1,
  exports: -1,
  wildcards: true
}
const allOfJetStream = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 }

/**
 * Makes an operator, an account for the team with a key that signs invitations, an account for the server itself, and the relay's
 * credentials.
 */
export async function makeNatsKeys(): Promise<NatsKeys> {
  const [operator, team, signing, system] = [
    createOperator(),
    createAccount(),
    createAccount(),
    createAccount()
  ]
  const systemAccount = system.getPublicKey()
  const encode = (name: string, account: KeyPair, claims: Partial<Account>) =>
    encodeAccount(name, account, claims, { signer: operator })
  return {
    operatorJwt: await encodeOperator('voice360', operator, { system_account: systemAccount }),
    account: {
      publicKey: team.getPublicKey(),
      jwt: await encode('team', team, {
        limits: { ...unlimited, ...allOfJetStream },
        signing_keys: [signing.getPublicKey()]
      })
    },
    systemAccount: {
      publicKey: systemAccount,
      jwt: await encode('system', system, { limits: unlimited })
    },
    relayCreds: await credsOf('relay', team, {
      pub: { allow: [...relayPermissions.publish] },
      sub: { allow: [...relayPermissions.subscribe] }
    }),
    systemCreds: await credsOf('system', system, {}),
    seeds: { operator: seedOf(operator), account: seedOf(team), signing: seedOf(signing) }
  }
}

async function credsOf(
  name: string,
  account: KeyPair,
  permissions: NonNullable<Parameters<typeof encodeUser>[3]>
): Promise<string> {
  const user = createUser()
  return Buffer.from(fmtCreds(await encodeUser(name, user, account, permissions), user)).toString()
}

const seedOf = (key: KeyPair): string => Buffer.from(key.getSeed()).toString()
