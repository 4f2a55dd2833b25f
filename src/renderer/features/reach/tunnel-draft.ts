import {
  publicAddressSchema,
  type TunnelChoice,
  type TunnelKind,
  tunnelChoiceSchema
} from '../../../shared/domain/tunnel.ts'
import type { TextKey } from '../../text/text.ts'

export type ChosenKind = Exclude<TunnelKind, 'none'>
export type TunnelField = 'url' | 'secret' | 'domain' | 'destination' | 'port' | 'remotePort'

/** What stands in the fields of a way, as it is typed. */
export type TunnelDraft = Readonly<Record<TunnelField, string>>

/** First what a team has for whoever is in it; then from the one that is recommended to the one that is nobody's but the user's. */
export const chosenKinds: readonly ChosenKind[] = [
  'relay',
  'cloudflared-named',
  'cloudflared-quick',
  'ngrok',
  'ssh',
  'own-url'
]

/** The fields of each way, in the order in which they are filled in. */
export const fieldsOf: Readonly<Record<ChosenKind, readonly TunnelField[]>> = {
  'own-url': ['url'],
  'cloudflared-quick': [],
  'cloudflared-named': ['secret', 'url'],
  ngrok: ['secret', 'domain'],
  ssh: ['destination', 'port', 'remotePort', 'url'],
  // What it is told is an invitation, which is checked before it is kept.
  relay: []
}

/** Whether the address in the fields is the one that is in use, however it is typed. */
export function isAddressInUse(draft: TunnelDraft, chosen: TunnelChoice): boolean {
  const read = publicAddressSchema.safeParse(draft.url)
  return read.success && 'url' in chosen && read.data === chosen.url
}

const emptyDraft: TunnelDraft = {
  url: '',
  secret: '',
  domain: '',
  destination: '',
  port: '',
  remotePort: '36036'
}

/** What the fields of `kind` begin with: what is chosen already, if that is this way. */
export function draftOf(kind: ChosenKind, chosen: TunnelChoice): TunnelDraft {
  if (chosen.kind !== kind) return emptyDraft
  const texts = Object.entries(chosen).flatMap(([field, value]) =>
    field === 'kind' || value === null ? [] : [[field, String(value)]]
  )
  return { ...emptyDraft, ...Object.fromEntries(texts) }
}

export type TunnelProblems = Readonly<Partial<Record<TunnelField, TextKey>>>
export type ReadDraft =
  | { readonly ok: true; readonly choice: TunnelChoice; readonly secret: string | null }
  | { readonly ok: false; readonly problems: TunnelProblems }

const mostSecret = 4_096
const problemOf: Readonly<Record<Exclude<TunnelField, 'secret'>, TextKey>> = {
  url: 'reach.problem.url',
  domain: 'reach.problem.domain',
  destination: 'reach.problem.destination',
  port: 'reach.problem.port',
  remotePort: 'reach.problem.port'
}

/** What was typed as a choice, or what is wrong with it, field by field. `hasSecret`: one is kept, or none is needed (null). */
export function readDraft(kind: ChosenKind, draft: TunnelDraft, hasSecret: boolean | null): ReadDraft {
  const secret = hasSecret === null ? '' : draft.secret.trim()
  const read = tunnelChoiceSchema.safeParse({ kind, ...valuesOf(kind, draft) })
  const problems: Partial<Record<TunnelField, TextKey>> = {}
  if (hasSecret === false && secret === '') problems.secret = 'reach.problem.noSecret'
  else if (secret.length > mostSecret) problems.secret = 'reach.problem.longSecret'
  for (const { path } of read.error?.issues ?? []) {
    const field = fieldsOf[kind].find((it) => it === path[0])
    if (field !== undefined && field !== 'secret') problems[field] = problemOf[field]
  }
  if (problems.url && draft.url.trim() === '') problems.url = 'reach.problem.noUrl'
  return read.success && Object.keys(problems).length === 0
    ? { ok: true, choice: read.data, secret: secret === '' ? null : secret }
    : { ok: false, problems }
}

function valuesOf(kind: ChosenKind, draft: TunnelDraft): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldsOf[kind]
      .filter((field) => field !== 'secret')
      .map((field) => [field, valueOf(field, draft[field].trim())])
  )
}

function valueOf(field: TunnelField, text: string): unknown {
  if (field !== 'port' && field !== 'remotePort') return text
  if (field === 'port' && text === '') return null
  return /^\d+$/u.test(text) ? Number(text) : Number.NaN
}
