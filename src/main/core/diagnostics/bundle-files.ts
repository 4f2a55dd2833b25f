import type { ApiCallEntry, Diagnostics, WebhookRequestEntry } from '../../../shared/domain/diagnostics.ts'
import type { FieldAliases } from '../../../shared/domain/event-reading.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { WebhookSighting } from '../ports.ts'
import type { Replacer } from './pseudonyms/pseudonyms.ts'
import { replaceSource } from './redact-sentence.ts'

/** How the words of a bundle's files are made to tell of nobody. */
export interface Wording {
  readonly replacer: Replacer
  readonly sentence: (text: string) => string
  /** A field's name. */
  readonly label: (text: string) => string
  readonly eventName: (text: string) => string
  readonly aliases: FieldAliases
}

export interface About {
  readonly madeAtMs: number
  readonly timeZone: string
  readonly versions: Diagnostics['versions']
  readonly reach: Reach
  readonly settings: Settings
}

const orNull = (text: string | null, change: (text: string) => string): string | null =>
  text === null ? null : change(text)

/** One entry a line, so that it can be read and searched. */
const asLines = (entries: readonly unknown[]): string =>
  entries.length === 0
    ? '[]\n'
    : `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`

export function aboutFile({ reach, settings, ...about }: About, wording: Wording): string {
  const { tunnel, check, addressChange } = reach
  const shown = {
    ...about,
    reach: {
      state: reach.state,
      sinceMs: reach.sinceMs,
      isPublic: reach.isPublic,
      reason: orNull(reach.reason, wording.sentence),
      tunnel: {
        kind: tunnel.kind,
        state: tunnel.state,
        hasAddress: tunnel.url !== null,
        reason: orNull(tunnel.reason, wording.sentence),
        nextTryAtMs: tunnel.nextTryAtMs
      },
      check: check && { ...check, reason: orNull(check.reason, wording.sentence) },
      isChecking: reach.isChecking,
      addressChangedAtMs: addressChange?.atMs ?? null,
      oldAddressUntilMs: reach.oldTokenUntilMs,
      lastEventAtMs: reach.lastEventAtMs,
      eventCount: reach.eventCount
    },
    settings: plainSettings(settings, wording)
  }
  return `${JSON.stringify(shown, null, 2)}\n`
}

/** Settings that are chosen from a list, or are numbers; of the others only how many there are. */
function plainSettings(settings: Settings, wording: Wording): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]: [string, unknown]) => {
      if (name === 'fieldAliases') return [name, wording.aliases]
      if (name === 'tunnel') return [name, settings.tunnel.kind]
      if (Array.isArray(value)) return [name, { count: value.length }]
      if (typeof value === 'string' && !chosenSettings.has(name)) return [name, { length: value.length }]
      return [name, value]
    })
  )
}

const chosenSettings: ReadonlySet<string> = new Set<keyof Settings>([
  'region',
  'theme',
  'popups',
  'directCallAlert',
  'queueCallAlert',
  'internalCallAlert',
  'teamLayout',
  'sendKey',
  'featureCodeGuard',
  'premiumGuard',
  'foreignGuard',
  'emergencyGuard',
  'hotkeyReads',
  'dialHotkey',
  'popupHotkey',
  'appHotkey',
  'updates',
  'updateChannel'
])

export const requestsFile = (requests: readonly WebhookRequestEntry[], wording: Wording): string =>
  asLines(
    requests.map(({ source, eventName, why, ...request }) => ({
      ...request,
      source: orNull(source, (text) => replaceSource(text, wording.replacer)),
      eventName: orNull(eventName, wording.eventName),
      why: orNull(why, wording.sentence)
    }))
  )

export const apiCallsFile = (calls: readonly ApiCallEntry[], { sentence }: Wording): string =>
  asLines(calls.map((call) => ({ ...call, path: sentence(call.path) })))

export const sightingsFile = (sightings: readonly WebhookSighting[], wording: Wording): string =>
  asLines(
    sightings.map(({ name, accountId, tokenId, notUnderstood, fields, ...sighting }) => ({
      ...sighting,
      name: wording.eventName(name),
      accountId: orNull(accountId, wording.replacer.id),
      tokenId: wording.replacer.id(tokenId),
      notUnderstood: orNull(notUnderstood, wording.sentence),
      fields: fields.map(wording.label)
    }))
  )

export const gapsFile = (gaps: readonly Gap[], { sentence }: Wording): string =>
  asLines(gaps.map((gap) => ({ ...gap, reason: orNull(gap.reason, sentence) })))
