import { z } from 'zod'
import { type Policy, policyDocumentSchema } from '../../../shared/domain/policy.ts'
import {
  defaultSettings,
  type SettingName,
  type Settings,
  settingNameSchema,
  someSettingsSchema
} from '../../../shared/domain/settings.ts'
import { parseJson } from '../../../shared/parse-json.ts'
import type { PolicyFile } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** What the computer's administrator has settled, as far as the file could be understood. */
export interface PolicyInForce {
  readonly path: string
  /** The only account that may be signed in to; null where any may. */
  readonly accountId: number | null
  /** Where its API is, without a slash at its end; null where the policy does not say. */
  readonly apiUrl: string | null
  /** What holds until the user chooses. */
  readonly set: Partial<Settings>
  /** What holds whatever the user chooses. */
  readonly lock: Partial<Settings>
  /** What was not taken, and why, for people. */
  readonly problems: readonly string[]
}

/** What keeps a phone bill in bounds: where a policy that may be about it cannot be understood, the strict defaults hold. */
const dialGuards = [
  'featureCodeGuard',
  'premiumGuard',
  'foreignGuard',
  'emergencyGuard',
  'dialedCountries',
  'dialsPerMinute'
] as const satisfies readonly SettingName[]

const { account: accountSchema, version: versionSchema } = policyDocumentSchema.shape
const accountFields = accountSchema.unwrap().shape
const objectSchema = z.record(z.string(), z.unknown())
const isSettingName = (name: string): name is SettingName => settingNameSchema.safeParse(name).success

export const noPolicy = (path: string): PolicyInForce => ({
  path,
  accountId: null,
  apiUrl: null,
  set: {},
  lock: {},
  problems: []
})

/**
 * Reads a policy part by part: what is wrong is left out and told, the rest holds. Nothing comes open by a mistake: a dial guard
 * whose lock is wrong is locked at its strict default, and all of them are where the file as a whole cannot be used.
 */
export function readPolicy({ path, text, trouble }: PolicyFile, t: Translate): PolicyInForce {
  if (trouble !== null) return unusable(path, t(`policy.${trouble}`, { path }))
  if (text === null) return noPolicy(path)
  // Editors on Windows begin a file with a byte order mark.
  const document = objectSchema.safeParse(parseJson(text.replace(/^\uFEFF/, '')))
  if (!document.success) return unusable(path, t('policy.notJson', { path }))
  const { version, account, set, lock, $schema: _schema, ...unknown } = document.data
  if (!versionSchema.safeParse(version).success) return unusable(path, t('policy.otherVersion', { path }))

  const problems = Object.keys(unknown).map((name) => t('policy.unknown', { name }))
  const settled = readFields('account', account, accountFields)
  const chosen = readFields('set', set, someSettingsSchema.shape)
  const locked = readFields('lock', lock, someSettingsSchema.shape)
  for (const { wrong } of [settled, chosen, locked]) problems.push(...wrong.map(wordsOf))
  const shut = locked.wrong.some(({ name }) => name === '') ? dialGuards : wrongGuards(locked.wrong)

  const { accountId, apiUrl } = z
    .object({ accountId: z.number().nullable().default(null), apiUrl: z.string().nullable().default(null) })
    .parse(settled.right)
  return {
    path,
    accountId,
    apiUrl: apiUrl?.replace(/\/+$/, '') ?? null,
    set: chosen.right,
    lock: { ...strict(shut), ...locked.right },
    problems
  }

  function wordsOf({ part, name, reason }: Wrong): string {
    const where = name === '' ? part : `${part}.${name}`
    return reason === null ? t('policy.unknown', { name: where }) : t('policy.wrong', { name: where, reason })
  }
}

/** What pages may know of it. */
export const showPolicy = ({ path, accountId, apiUrl, lock, problems }: PolicyInForce): Policy => ({
  path,
  accountId,
  apiUrl,
  lockedSettings: Object.keys(lock).filter(isSettingName),
  problems
})

interface Wrong {
  readonly part: string
  /** Empty where the part as a whole is wrong. */
  readonly name: string
  /** Null where there is no such name. */
  readonly reason: string | null
}

/** Each field of a part by itself. */
function readFields(
  part: string,
  value: unknown,
  fields: Readonly<Record<string, z.ZodType>>
): { readonly right: Readonly<Record<string, unknown>>; readonly wrong: readonly Wrong[] } {
  const given = objectSchema.safeParse(value ?? {})
  if (!given.success) return { right: {}, wrong: [{ part, name: '', reason: z.prettifyError(given.error) }] }
  const right: Record<string, unknown> = {}
  const wrong: Wrong[] = []
  for (const [name, fieldValue] of Object.entries(given.data)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const parsed = field?.safeParse(fieldValue)
    if (parsed?.success) right[name] = parsed.data
    else wrong.push({ part, name, reason: parsed ? z.prettifyError(parsed.error) : null })
  }
  return { right, wrong }
}

const wrongGuards = (wrong: readonly Wrong[]) =>
  dialGuards.filter((guard) => wrong.some(({ name }) => name === guard))

const strict = (guards: readonly (typeof dialGuards)[number][]): Partial<Settings> =>
  Object.fromEntries(guards.map((guard) => [guard, defaultSettings[guard]]))

const unusable = (path: string, problem: string): PolicyInForce => ({
  ...noPolicy(path),
  lock: strict(dialGuards),
  problems: [problem]
})
