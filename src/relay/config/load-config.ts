import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import { type WebhookToken, webhookToken } from '../../main/core/webhooks/index.ts'
import type { NatsAccess } from '../nats/nats-access.ts'
import { type AccountConfig, parseConfig, type RelayConfig } from './config.ts'

/** A configuration with the secrets that its files hold. */
export interface LoadedConfig {
  readonly config: RelayConfig
  readonly name: string
  readonly accounts: readonly RelayAccount[]
  readonly nats: NatsAccess
  /** Every secret that was read, for the log to hide. */
  readonly secrets: readonly string[]
}

export interface RelayAccount extends Omit<AccountConfig, 'tokenFiles' | 'developerKeyFile'> {
  readonly tokens: readonly WebhookToken[]
  readonly developerKey: string | null
}

/** What is wrong with a configuration, in the words of whoever wrote it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads a configuration file and the files it names, which are seen from its folder.
 *
 * @throws ConfigError
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const files = fileReader(path)
  const config = await readConfig(path)
  const accounts = await Promise.all(
    config.accounts.map((account, index) => loadAccount(account, index, files))
  )
  const values = accounts.flatMap(({ tokens }) => tokens.map(({ value }) => value))
  if (new Set(values).size !== values.length) {
    throw new ConfigError('accounts: two of their files hold the same token; each account needs its own')
  }
  const nats = await loadNats(config, files)
  const keys = accounts.flatMap(({ developerKey }) => developerKey ?? [])
  return {
    config,
    name: config.name ?? hostname(),
    accounts,
    nats,
    secrets: [...values, ...keys, secretOf(nats.credentials)]
  }
}

/** Only what the file itself says. @throws ConfigError */
export async function readConfig(path: string): Promise<RelayConfig> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new ConfigError(`${path} cannot be read: ${reasonOf(error)}`)
  }
  const parsed = parseConfig(text)
  if (!parsed.ok) throw new ConfigError(`${path} is not right:\n${parsed.failure.message}`)
  return parsed.value
}

/** Reads what a field of the configuration names, without the blanks around it. */
export type ReadNamedFile = (field: string, path: string) => Promise<string>

export function fileReader(configPath: string): ReadNamedFile {
  const folder = dirname(resolve(configPath))
  return async (field, path) => {
    let text: string
    try {
      text = (await readFile(resolve(folder, path), 'utf8')).trim()
    } catch (error) {
      throw new ConfigError(`${field}: ${reasonOf(error)}`)
    }
    if (text === '') throw new ConfigError(`${field}: ${path} is empty`)
    return text
  }
}

async function loadAccount(
  { tokenFiles, developerKeyFile, ...account }: AccountConfig,
  index: number,
  read: ReadNamedFile
): Promise<RelayAccount> {
  const start = `accounts[${index}]`
  const tokens = await Promise.all(
    tokenFiles.map(async (path, at) => {
      const field = `${start}.tokenFiles[${at}]`
      const value = await read(field, path)
      if (!/^[\w-]{32,200}$/.test(value)) {
        throw new ConfigError(
          `${field}: wanted are 32 to 200 letters, digits, _ and -, which nobody can guess`
        )
      }
      return webhookToken(value)
    })
  )
  const developerKey =
    developerKeyFile === undefined ? null : await read(`${start}.developerKeyFile`, developerKeyFile)
  return { ...account, tokens, developerKey }
}

async function loadNats({ nats }: RelayConfig, read: ReadNamedFile): Promise<NatsAccess> {
  const { servers, authorityFile, credentials } = nats
  const authority = authorityFile === undefined ? null : await read('nats.authorityFile', authorityFile)
  const field = 'nats.credentials'
  switch (credentials.kind) {
    case 'creds':
      return {
        servers,
        authority,
        credentials: { kind: 'creds', content: await read(`${field}.file`, credentials.file) }
      }
    case 'nkey':
      return {
        servers,
        authority,
        credentials: { kind: 'nkey', seed: await read(`${field}.seedFile`, credentials.seedFile) }
      }
    case 'password': {
      const password = await read(`${field}.passwordFile`, credentials.passwordFile)
      return { servers, authority, credentials: { kind: 'password', password, user: credentials.user } }
    }
  }
}

function secretOf(credentials: NatsAccess['credentials']): string {
  switch (credentials.kind) {
    case 'creds':
      return /\bSU[A-Z2-7]{56}\b/.exec(credentials.content)?.[0] ?? ''
    case 'nkey':
      return credentials.seed
    case 'password':
      return credentials.password
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
