import type { ImportPreview, RejectedRow } from '../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { createTurns } from '../imports/index.ts'
import type { ReadAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'
import { checkImportRow } from './check-import-row.ts'
import type { ContactMerger } from './contact-merger.ts'
import type { ImportCandidate, ImportRow } from './import-row.ts'
import { formatOf, type ImportFile, readImportFile } from './read-import-file.ts'
import { showOwnContact } from './show-contact.ts'

export interface PreparedImport {
  readonly preview: ImportPreview
  /** The rows that change something. */
  readonly candidates: readonly ImportCandidate[]
  readonly changedCount: number
}

interface Preparation {
  readonly importId: string
  /** Knows the contacts that are there. */
  readonly merger: ContactMerger
  readonly readAddress: ReadAddress
  readonly t: Translate
  /** Whether nobody waits for this any more. */
  readonly isSuperseded: () => boolean
}

const maxRows = 300_000
const sampleCount = 20
const shownRowCount = 200

/** Reads a whole file and says what storing it would do. */
export async function prepareImport(
  file: ImportFile,
  { importId, merger, readAddress, t, isSuperseded }: Preparation
): Promise<Outcome<PreparedImport>> {
  const candidates: ImportCandidate[] = []
  const rejected = createReport()
  const partial = createReport()
  const counts = { rows: 0, new: 0, known: 0 }
  let columns: ImportPreview['columns'] = []

  function take(row: ImportRow): void {
    const checked = checkImportRow(row, readAddress, t)
    if (checked.candidate === null) return rejected.add(checked.rejected)
    const result = merger.add(checked.candidate)
    if (result === 'too-many') {
      const reason = t('contacts.import.tooManyNumbersInAll')
      return rejected.add({ row: row.row, text: row.text, reason })
    }
    counts[result] += 1
    if (result === 'new') candidates.push(checked.candidate)
    if (checked.rejected !== null) partial.add(checked.rejected)
  }

  const turns = createTurns()
  for (const slice of readImportFile(file, t)) {
    columns = slice.columns
    if (slice.problem !== null) return failed('unreadable-file', t(slice.problem))
    counts.rows += slice.rows.length
    if (counts.rows > maxRows)
      return failed('too-many-rows', t('contacts.import.tooManyRows', { limit: maxRows }))
    for (const row of slice.rows) {
      take(row)
      if (turns.isOver()) await turns.next()
    }
    if (turns.isOver()) await turns.next()
    if (isSuperseded()) return failed('superseded', t('contacts.import.superseded'))
  }
  if (counts.rows === 0) return failed('no-contacts', t('contacts.import.empty'))
  const changed = merger.changed()
  return succeeded({
    preview: {
      importId,
      format: formatOf(file),
      columns,
      sample: changed.slice(0, sampleCount).map(showOwnContact),
      newCount: counts.new,
      knownCount: counts.known,
      partialCount: partial.count(),
      partial: partial.first,
      rejectedCount: rejected.count(),
      rejected: rejected.first
    },
    candidates,
    changedCount: changed.length
  })
}

/** How many rows there is something to say of, and the first of them. */
function createReport() {
  const first: RejectedRow[] = []
  let count = 0
  return {
    first: first as readonly RejectedRow[],
    count: () => count,
    add(row: RejectedRow): void {
      count += 1
      if (first.length < shownRowCount) first.push(row)
    }
  }
}
