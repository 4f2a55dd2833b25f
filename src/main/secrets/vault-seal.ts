import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../../shared/parse-json.ts'

/** Cost of guessing a passphrase: memory is 128 · cost · blockSize bytes (128 MiB), time about half a second. RFC 7914. */
export interface ScryptCost {
  readonly cost: number
  readonly blockSize: number
  readonly parallelization: number
}

export const vaultCost: ScryptCost = { cost: 2 ** 17, blockSize: 8, parallelization: 1 }

const keyBytes = 32
const saltBytes = 16
/** Of GCM: a fresh one for every sealing. */
const nonceBytes = 12
/** What a file may ask of this computer. */
const mostCost = 2 ** 20

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'))

const sealedSchema = z.object({
  format: z.literal('voice360-vault-1'),
  scrypt: z.object({
    cost: z
      .number()
      .int()
      .min(2)
      .max(mostCost)
      .refine((cost) => Number.isInteger(Math.log2(cost))),
    blockSize: z.number().int().min(1).max(32),
    parallelization: z.number().int().min(1).max(16),
    salt: base64
  }),
  nonce: base64.refine((nonce) => nonce.length === nonceBytes),
  tag: base64.refine((tag) => tag.length === 16),
  sealed: base64,
  /** SHA-256 of all that stands before it: tells a damaged file from a wrong passphrase, and nothing else. */
  checksum: z.string()
})

/** A key with what it was made from, without the passphrase. */
export interface VaultKey extends ScryptCost {
  readonly salt: Buffer
  readonly key: Buffer
}

export type Secrets = Readonly<Record<string, string>>
const secretsSchema = z.record(z.string(), z.string())

/** About half a second, in another thread. */
export const deriveVaultKey = (passphrase: string, cost: ScryptCost, salt = randomBytes(saltBytes)) =>
  new Promise<VaultKey>((resolve, reject) => {
    const { cost: N, blockSize: r, parallelization: p } = cost
    const options = { N, r, p, maxmem: 128 * r * (N + p + 2) + 1024 * 1024 }
    // The same letters can be typed in different code points on different keyboards.
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
      error ? reject(error) : resolve({ ...cost, salt, key })
    )
  })

/** The text of a vault's file. */
export function seal(secrets: Secrets, { key, salt, cost, blockSize, parallelization }: VaultKey): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  const body = {
    format: 'voice360-vault-1',
    scrypt: { cost, blockSize, parallelization, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64')
  }
  return JSON.stringify({ ...body, checksum: checksumOf(body) })
}

export type Unsealed =
  | { readonly kind: 'opened'; readonly secrets: Secrets; readonly key: VaultKey }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'damaged' }

export async function unseal(text: string, passphrase: string): Promise<Unsealed> {
  const json = parseJson(text)
  const parsed = sealedSchema.safeParse(json)
  if (!parsed.success || !isWhole(json)) return { kind: 'damaged' }
  const { scrypt: made, nonce, tag, sealed } = parsed.data
  const { salt, ...cost } = made
  const key = await deriveVaultKey(passphrase, cost, salt)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.key, nonce, { authTagLength: 16 }).setAuthTag(tag)
    const opened = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
    return { kind: 'opened', secrets: secretsSchema.parse(JSON.parse(opened)), key }
  } catch {
    return { kind: 'wrong-passphrase' }
  }
}

const checksumOf = (body: object): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64')

function isWhole(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('checksum' in json)) return false
  const { checksum, ...body } = json
  return checksumOf(body) === checksum
}
