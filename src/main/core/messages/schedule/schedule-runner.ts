import type { MessageState } from '../../../../shared/domain/message.ts'
import type { Clock, Ledger, Log } from '../../ports.ts'
import type { Translate } from '../../translate.ts'
import type { ScheduledRecord } from '../message-record.ts'
import type { MessageSender } from '../message-sender.ts'
import { type Blocked, blocked, type CarriedOut } from '../outgoing-message.ts'
import { createScheduleClock, type ScheduleClock } from './schedule-clock.ts'
import type { ScheduleMemory } from './schedule-memory.ts'
import { type PartBefore, scheduleStep } from './schedule-step.ts'

/** Sends what waits when its time has come, and holds what must not go out any more without the user's word. */
export interface ScheduleRunner extends ScheduleClock {
  list(): Promise<readonly ScheduledRecord[]>
  /** Sends this one now; what follows it goes when it was accepted. */
  begin(record: ScheduledRecord): Promise<CarriedOut | Blocked>
  /** Tells the pages what waits now. */
  tell(): Promise<void>
}

export interface RunnerDependencies {
  readonly ledger: Pick<Ledger, 'getMessage' | 'listScheduled' | 'saveScheduled' | 'removeScheduled'>
  readonly sender: Pick<MessageSender, 'send'>
  readonly memory: ScheduleMemory
  /** Tells the user of messages that wait for their word. */
  readonly tellHeld: (held: readonly ScheduledRecord[]) => void
  /** Tells the user of one that was sent by the clock and not accepted. */
  readonly tellNotAccepted: (record: ScheduledRecord, state: 'refused' | 'unknown') => void
  readonly changed: (records: readonly ScheduledRecord[]) => void
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

const partStates = {
  received: 'accepted',
  accepted: 'accepted',
  sent: 'accepted',
  delivered: 'accepted',
  sending: 'waiting',
  refused: 'refused',
  unknown: 'unknown'
} as const satisfies Record<MessageState, PartBefore>

export function createScheduleRunner(dependencies: RunnerDependencies): ScheduleRunner {
  const { ledger, sender, memory, tellHeld, tellNotAccepted, changed, clock, log, t } = dependencies
  const scheduleClock = createScheduleClock({ look, clock, log })

  const list = async () => memory.corrected(await ledger.listScheduled())

  async function partBefore(
    { afterId }: ScheduledRecord,
    records: readonly ScheduledRecord[]
  ): Promise<PartBefore> {
    if (afterId === null) return 'none'
    const before = records.find(({ id }) => id === afterId)
    if (memory.isHeld(afterId) || (before?.heldBecause ?? null) !== null) return 'held'
    if (memory.isUnderway(afterId)) return 'waiting'
    const state = memory.endOf(afterId) ?? (await ledger.getMessage(afterId))?.state
    if (state !== undefined) return partStates[state]
    return before === undefined ? 'gone' : 'waiting'
  }

  async function look(): Promise<number | null> {
    const records = await list()
    const toHold: ScheduledRecord[] = []
    for (const record of records) {
      const before = await partBefore(record, records)
      if (memory.isGone(record.id)) continue
      const step = scheduleStep(record, {
        nowMs: clock.nowMs(),
        openedAtMs: memory.openedAtMs,
        before,
        readyAtMs: memory.readyAtMs(record)
      })
      if (step.kind === 'send') void begin(record).then((result) => tellIfNotAccepted(record, result))
      if (step.kind !== 'hold') continue
      memory.hold(record.id, t(step.because))
      toHold.push({ ...record, heldBecause: t(step.because) })
    }
    await hold(toHold)
    return nextDueInMs(records)
  }

  /** What is due and still here waits for an answer, after which is looked anyway. */
  function nextDueInMs(records: readonly ScheduledRecord[]): number | null {
    const waiting = memory.corrected(records).filter(({ heldBecause }) => heldBecause === null)
    if (waiting.length === 0) return null
    const waitsMs = waiting.map((record) => memory.readyAtMs(record) - clock.nowMs())
    return Math.min(...waitsMs.filter((waitMs) => waitMs > 0))
  }

  /** Where that cannot be written down it is held in this run, and at the next start because its time has passed. */
  async function hold(records: readonly ScheduledRecord[]): Promise<void> {
    const still = records.filter(({ id }) => !memory.isGone(id))
    if (still.length === 0) return
    tellHeld(still)
    await ledger
      .saveScheduled(still)
      .catch((error: unknown) => log.warn('A hold could not be written down', { error: String(error) }))
    await tell()
  }

  async function tell(): Promise<void> {
    try {
      changed(await list())
    } catch (error) {
      log.warn('What is scheduled could not be told', { error: String(error) })
    }
  }

  async function begin(record: ScheduledRecord): Promise<CarriedOut | Blocked> {
    const { id, line, to, body } = record
    memory.begin(id)
    const terms = { stopKnownAtMs: memory.stopKnownAtMs(id), isWanted: () => memory.isWanted(id) }
    const result = await sender.send({ intentId: id, line, to, body }, terms).catch((error: unknown) => {
      log.error('A scheduled message could not be sent', { error: String(error) })
      return blocked('unknown', t('api.maybeSent', { reason: t('api.unexpected') }))
    })
    await settle(record, result)
    scheduleClock.lookAgain()
    return result
  }

  async function settle(record: ScheduledRecord, result: CarriedOut | Blocked): Promise<void> {
    const { id } = record
    if (result.kind === 'carried-out') {
      memory.end(id, result.state)
      // Its row went with the intent, unless that was there before.
      await ledger.removeScheduled([id]).catch(() => undefined)
      return tell()
    }
    if (!memory.isWanted(id)) return memory.pause(id)
    if (result.againAtMs !== null) return memory.tryAgainAt(id, result.againAtMs)
    memory.hold(id, result.failure.message)
    await hold([{ ...record, heldBecause: result.failure.message }])
  }

  function tellIfNotAccepted(record: ScheduledRecord, result: CarriedOut | Blocked): void {
    if (result.kind !== 'carried-out') return
    if (result.state === 'refused' || result.state === 'unknown') tellNotAccepted(record, result.state)
  }

  return { ...scheduleClock, list, begin, tell }
}
