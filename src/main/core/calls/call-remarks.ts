import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Directory } from '../contacts/index.ts'
import type { CallLedger, SharedWorkLedger } from '../ports.ts'
import { readShared, revisionOf, type SharedWork } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import type { WallClock } from '../wall-clock.ts'
import type { CallRecord } from './call-record.ts'
import { type SharedRemark, sharedRemarkSchema } from './shared-remark.ts'

type Field = 'note' | 'outcome'

/** What the user says of a call: with the team, where they share it, else on this computer alone. */
export interface CallRemarks {
  /** Whether what the team says of calls is shown, and told. */
  areShared(): boolean
  /** An empty body takes the note away. */
  setNote(callId: string, body: string, seen: string): Promise<Outcome<CallRecord>>
  setOutcome(callId: string, outcome: string | null, seen: string | null): Promise<Outcome<CallRecord>>
}

interface Dependencies {
  readonly ledger: Pick<CallLedger, 'getCall' | 'setCallNote' | 'setCallOutcome'> &
    Pick<SharedWorkLedger, 'getShared'>
  readonly work: SharedWork
  readonly isSharingChosen: () => boolean
  readonly directory: Pick<Directory, 'describe'>
  /** A call is another now, though not as was wished. */
  readonly publish: (record: CallRecord) => void
  readonly clock: WallClock
  readonly t: Translate
}

/** A change of something else in between does not count; so often it is tried again. */
const mostTries = 5

export function createCallRemarks(dependencies: Dependencies): CallRemarks {
  const { ledger, work, isSharingChosen, directory, publish, clock, t } = dependencies
  const areShared = () => isSharingChosen() && work.state.get() !== null
  const gone = () => failed('no-such-call', t('calls.gone'))
  const found = (record: CallRecord | null): Outcome<CallRecord> =>
    record === null ? gone() : succeeded(record)

  /** Writes one field, as long as it still is what was seen. */
  async function share(
    { voice360Id, ...record }: CallRecord & { readonly voice360Id: string },
    field: Field,
    value: string | null,
    seen: string | null
  ): Promise<'shared' | 'unreachable' | SharedRemark> {
    let entry = await ledger.getShared('call', voice360Id)
    for (let tries = 0; tries < mostTries; tries += 1) {
      const me = work.me()
      const current = readShared(sharedRemarkSchema, entry)
      if (current !== null && current[field] === value) return 'shared'
      if (current !== null && current[field] !== seen) return current
      if (me === null) return 'unreachable'
      // Of what was said before anything was shared, the words stay the user's own.
      const { note, outcome } = current ?? { note: null, outcome: record.outcome }
      const written = await work.write({ kind: 'call', id: voice360Id, revision: revisionOf(entry) }, {
        note,
        outcome,
        [field]: value,
        by: me,
        atMs: clock.nowMs()
      } satisfies SharedRemark)
      if (written.kind === 'written') return 'shared'
      if (written.kind === 'unreachable') return 'unreachable'
      entry = written.theirs
    }
    return 'unreachable'
  }

  function changedBy(remark: SharedRemark, field: Field): Outcome<never> {
    const { by, atMs, note, outcome } = remark
    const { name, display } = directory.describe(by.extension, by.name)
    const values = { name: name ?? display, time: clock.showMomentBriefly(atMs) }
    if (field === 'note')
      return note === null
        ? failed('changed', t('calls.noteRemoved', values))
        : failed('changed', t('calls.noteChanged', { ...values, note }))
    return outcome === null
      ? failed('changed', t('calls.outcomeRemoved', values))
      : failed('changed', t('calls.outcomeChanged', { ...values, outcome }))
  }

  async function set(
    callId: string,
    field: Field,
    value: string | null,
    seen: string | null
  ): Promise<Outcome<CallRecord>> {
    const keep = (isShared: boolean) =>
      field === 'note'
        ? ledger.setCallNote(callId, value ?? '', isShared)
        : ledger.setCallOutcome(callId, value)
    const record = await ledger.getCall(callId)
    if (record === null) return gone()
    const { voice360Id } = record
    // A call of which Voice360 told no id is not known to the others as the same.
    if (!areShared() || voice360Id === null) return found(await keep(false))
    const became = await share({ ...record, voice360Id }, field, value, seen)
    if (became === 'shared') return found(await keep(true))
    // Words are never lost; an outcome that somebody else chose meanwhile is only told.
    const kept = became === 'unreachable' || field === 'note' ? await keep(false) : record
    if (kept === null) return gone()
    publish(kept)
    return became === 'unreachable' ? failed('not-shared', t('calls.notShared')) : changedBy(became, field)
  }

  return {
    areShared,
    setNote: (callId, body, seen) => set(callId, 'note', body || null, seen || null),
    setOutcome: (callId, outcome, seen) => set(callId, 'outcome', outcome, seen)
  }
}
