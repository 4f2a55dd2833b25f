import type { ImportProgress, RejectedRow } from '../../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../../shared/domain/failure.ts'
import { type MessageImportPreview, threadIdOf } from '../../../../shared/domain/message.ts'
import { createFileImport, createTurns, type FileImport, type Preparation } from '../../imports/index.ts'
import { addressReader } from '../../numbers/index.ts'
import type { Clock, Ledger, Log } from '../../ports.ts'
import type { Translate } from '../../translate.ts'
import type { ImportedMessage } from '../message-record.ts'
import { checkMessageRow } from './check-message-row.ts'
import type { MessageFile, MessageRow, MessageRows } from './message-row.ts'
import { readMessageCsv } from './read-message-csv.ts'
import { readMessageJson } from './read-message-json.ts'

/** Messages from a file that this app, here or elsewhere, exported. */
export type MessageImport = FileImport<MessageFile, MessageImportPreview>

interface Dependencies {
  readonly ledger: Pick<Ledger, 'countNewMessages' | 'importMessages'>
  readonly region: () => string
  readonly publishReplaced: () => void
  readonly publishProgress: (progress: ImportProgress) => void
  readonly newId: () => string
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

const shownRejectedCount = 200
const maxRows = 300_000
const countedAtOnce = 500

const formatOf = ({ fileName, text }: MessageFile): MessageImportPreview['format'] =>
  /\.json$/i.test(fileName) || /^\s*\{/.test(text.slice(0, 1_000).replace(/^\ufeff/, '')) ? 'json' : 'csv'

export function createMessageImport(dependencies: Dependencies): MessageImport {
  const { ledger, region, publishReplaced, clock, t } = dependencies

  const read = (file: MessageFile): Generator<MessageRows> =>
    formatOf(file) === 'json' ? readMessageJson(file, t) : readMessageCsv(file, t)

  /** Each content once: the same message twice in a file is one. */
  async function takeApart(file: MessageFile, { isSuperseded }: Preparation): Promise<Outcome<Content>> {
    const reading = { readAddress: addressReader(region()), nowMs: clock.nowMs(), t }
    const messages = new Map<string, ImportedMessage>()
    const rejected: RejectedRow[] = []
    const counts = { rows: 0, repeated: 0, rejected: 0 }

    function take({ row, text, fields, problem: unreadable }: MessageRow): void {
      counts.rows += 1
      const checked = unreadable === null ? checkMessageRow(fields, reading) : null
      const reason = unreadable ?? checked?.problem ?? null
      if (reason !== null) {
        counts.rejected += 1
        if (rejected.length < shownRejectedCount) rejected.push({ row, text, reason })
      }
      if (!checked?.message) return
      const key = JSON.stringify(checked.message)
      if (messages.has(key)) counts.repeated += 1
      messages.set(key, checked.message)
    }

    const turns = createTurns()
    for (const { rows, problem } of read(file)) {
      if (problem !== null) return failed('unreadable-file', problem)
      for (const row of rows) take(row)
      if (counts.rows > maxRows)
        return failed('too-many-rows', t('contacts.import.tooManyRows', { limit: maxRows }))
      if (turns.isOver()) await turns.next()
      if (isSuperseded()) return failed('superseded', t('contacts.import.superseded'))
    }
    if (counts.rows === 0) return failed('no-messages', t('messages.import.empty'))
    return succeeded({ ...counts, messages: [...messages.values()], rejectedRows: rejected })
  }

  async function countNew(messages: readonly ImportedMessage[]): Promise<number> {
    let count = 0
    for (let from = 0; from < messages.length; from += countedAtOnce)
      count += await ledger.countNewMessages(messages.slice(from, from + countedAtOnce))
    return count
  }

  return createFileImport({
    ...dependencies,
    async prepare(file: MessageFile, preparation: Preparation) {
      const content = await takeApart(file, preparation)
      if (!content.ok) return content
      const { messages, repeated, rejected, rejectedRows } = content.value
      const newCount = await countNew(messages)
      const preview: MessageImportPreview = {
        importId: preparation.importId,
        format: formatOf(file),
        newCount,
        knownCount: messages.length - newCount + repeated,
        threadCount: new Set(messages.map((it) => threadIdOf(it.line, it.otherAddress))).size,
        rejectedCount: rejected,
        rejected: rejectedRows
      }
      return succeeded({ preview, expectedCount: messages.length, items: () => Promise.resolve(messages) })
    },
    store: (batch: readonly ImportedMessage[]) => ledger.importMessages(batch),
    onStored() {
      publishReplaced()
      return Promise.resolve()
    }
  })
}

interface Content {
  readonly messages: readonly ImportedMessage[]
  readonly rejectedRows: readonly RejectedRow[]
  readonly repeated: number
  readonly rejected: number
}
