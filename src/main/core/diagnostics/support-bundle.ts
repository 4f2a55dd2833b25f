import { randomBytes } from 'node:crypto'
import type { ApiCallEntry, SupportBundle, WebhookRequestEntry } from '../../../shared/domain/diagnostics.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import type { ContactName } from '../contacts/contact-record.ts'
import { createTurns } from '../imports/index.ts'
import type { StoredEvent, WebhookSighting } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { rewriteFields } from '../webhooks/index.ts'
import {
  type About,
  aboutFile,
  apiCallsFile,
  gapsFile,
  requestsFile,
  sightingsFile,
  type Wording
} from './bundle-files.ts'
import { type LoggedEvent, writeEventLog } from './event-log.ts'
import { type MachineNames, ownWordsOf } from './own-words.ts'
import { createCollector } from './pseudonyms/collector.ts'
import { createPseudonyms, type Replacer } from './pseudonyms/pseudonyms.ts'
import { createFieldRedaction, plainAliases } from './redact-fields.ts'
import { createSentenceRedaction } from './redact-sentence.ts'

/** Everything a bundle is made of, as it is. */
export interface BundleParts {
  readonly about: About
  readonly requests: readonly WebhookRequestEntry[]
  readonly apiCalls: readonly ApiCallEntry[]
  readonly sightings: readonly WebhookSighting[]
  readonly gaps: readonly Gap[]
  readonly log: string
  /** Oldest first. They also tell which names and numbers to look for elsewhere. */
  readonly events: readonly StoredEvent[]
  readonly contactNames: readonly ContactName[]
  readonly machine: MachineNames
  readonly hasEvents: boolean
  /** Takes the app's own secrets out of a text, and pieces of them. */
  readonly redact: (text: string) => string
}

const linesAtOnce = 50

/** The bundle's files, in which nobody and nothing of what was said can be recognised, but what belongs together still does. */
export async function makeSupportBundle(parts: BundleParts, t: Translate): Promise<SupportBundle> {
  const { about, redact } = parts
  const { region, fieldAliases } = about.settings
  const turns = createTurns()
  const collector = createCollector(region)
  const { found } = collector
  const redactionWith = (replacer: Replacer) =>
    createFieldRedaction({ aliases: fieldAliases, region, replacer, known: found, redact })

  async function rewriteEvents(replacer: Replacer): Promise<readonly LoggedEvent[]> {
    const rewriter = redactionWith(replacer)
    const rewritten: LoggedEvent[] = []
    for (const { receivedAtMs, method, raw } of parts.events) {
      if (turns.isOver()) await turns.next()
      const changed = rewriteFields(raw, rewriter)
      if (changed !== null) rewritten.push({ receivedAtMs, method, raw: changed })
    }
    return rewritten
  }

  // What there is has to be known before anything stands for it: nothing may stand for somebody else.
  await rewriteEvents(collector.replacer)
  for (const { name, company, address } of parts.contactNames) {
    if (turns.isOver()) await turns.next()
    for (const text of [name, company ?? '', address]) collector.replacer.name(text)
  }
  for (const { accountId, tokenId } of parts.sightings) {
    for (const id of [accountId ?? '', tokenId]) collector.replacer.id(id)
  }
  const replacer = createPseudonyms({
    key: randomBytes(32),
    region,
    avoid: new Set(Object.values(found).flatMap((set: ReadonlySet<string>) => [...set]))
  })
  const events = await rewriteEvents(replacer)
  const { label, eventName } = redactionWith(replacer)
  const aliases = plainAliases(fieldAliases, label)
  const own = ownWordsOf(about.settings, about.reach, parts.machine)
  const sentence = createSentenceRedaction({ region, replacer, known: found, own })
  const wording: Wording = { replacer, sentence, label, eventName, aliases }

  async function logFile(): Promise<string> {
    const lines = parts.log.split('\n')
    const redacted: string[] = []
    for (let start = 0; start < lines.length; start += linesAtOnce) {
      if (turns.isOver()) await turns.next()
      redacted.push(sentence(lines.slice(start, start + linesAtOnce).join('\n')))
    }
    return redacted.join('\n')
  }

  const files = [
    { name: 'about.json', about: t('diagnostics.file.about'), text: aboutFile(about, wording) },
    {
      name: 'webhook-requests.json',
      about: t('diagnostics.file.requests'),
      text: requestsFile(parts.requests, wording)
    },
    {
      name: 'api-calls.json',
      about: t('diagnostics.file.apiCalls'),
      text: apiCallsFile(parts.apiCalls, wording)
    },
    {
      name: 'webhooks.json',
      about: t('diagnostics.file.webhooks'),
      text: sightingsFile(parts.sightings, wording)
    },
    { name: 'gaps.json', about: t('diagnostics.file.gaps'), text: gapsFile(parts.gaps, wording) },
    { name: 'log.txt', about: t('diagnostics.file.log'), text: await logFile() }
  ].map((file) => ({ ...file, text: redact(file.text) }))
  const log = {
    name: 'events.jsonl',
    about: t('diagnostics.file.events', { count: events.length }),
    text: writeEventLog({ region, aliases }, events)
  }
  return { fileName: fileNameAt(about.madeAtMs), files: parts.hasEvents ? [...files, log] : files }
}

/** `voice360-support-2026-01-15-1030.zip`, in UTC. */
function fileNameAt(atMs: number): string {
  const [day = '', time = ''] = new Date(atMs).toISOString().split('T')
  return `voice360-support-${day}-${time.slice(0, 5).replace(':', '')}.zip`
}
