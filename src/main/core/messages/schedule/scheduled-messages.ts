import { failed, type Outcome, succeeded } from '../../../../shared/domain/failure.ts'
import type { Message, ScheduledMessage } from '../../../../shared/domain/message.ts'
import type { Directory } from '../../contacts/index.ts'
import { LedgerUnavailable } from '../../ports.ts'
import { describeMessage } from '../describe-message.ts'
import type { ScheduledRecord } from '../message-record.ts'
import type { MessageSender } from '../message-sender.ts'
import type { Blocked } from '../outgoing-message.ts'
import { createScheduleCheck, type ScheduleRequest } from './check-schedule.ts'
import { createScheduleMemory } from './schedule-memory.ts'
import { createScheduleRunner, type RunnerDependencies } from './schedule-runner.ts'
import { chainFrom } from './schedule-step.ts'

/** Messages that are sent at a time, or one after the other, while the app runs. Their ids are their intents’. */
export interface ScheduledMessages {
  /** To be called once whoever is signed in is. */
  start(): void
  stop(): void
  list(): Promise<readonly ScheduledMessage[]>
  schedule(request: ScheduleRequest): Promise<Outcome<readonly ScheduledMessage[]>>
  /** The user's word on one that was held, or need not wait; the parts that follow it go after it. */
  sendNow(id: string, isDespiteStop: boolean): Promise<Outcome<Message>>
  /** Takes it away, with what follows it; answers what had not left yet. */
  cancel(id: string): Promise<readonly ScheduledMessage[]>
}

interface Dependencies extends Omit<RunnerDependencies, 'changed' | 'memory'> {
  readonly sender: MessageSender
  readonly directory: Pick<Directory, 'describe'>
  readonly publish: (scheduled: readonly ScheduledMessage[]) => void
}

export function createScheduledMessages(dependencies: Dependencies): ScheduledMessages {
  const { ledger, directory, clock, t, publish } = dependencies
  const check = createScheduleCheck(dependencies)
  const memory = createScheduleMemory(clock)
  const runner = createScheduleRunner({
    ...dependencies,
    memory,
    changed: (records) => publish(records.map(describe))
  })
  /** A request that comes twice at once, from a double click, is one. */
  const underway = new Map<string, Promise<Outcome<readonly ScheduledMessage[]>>>()

  const describe = ({ to, ...record }: ScheduledRecord): ScheduledMessage => ({
    ...record,
    other: directory.describe(to)
  })
  const failedBy = ({ failure }: Blocked): Outcome<never> => failed(failure.code, failure.message)

  async function schedule(request: ScheduleRequest): Promise<Outcome<readonly ScheduledMessage[]>> {
    const stopKnownAtMs = request.isDespiteStop ? clock.nowMs() : null
    const read = await check.read(request)
    if (!read.ok) return read
    const added = read.value.filter(({ id }) => memory.endOf(id) === null && !memory.isUnderway(id))
    for (const { id } of added) memory.wanted(id, stopKnownAtMs)
    await ledger.saveScheduled(added)
    await runner.tell()
    runner.lookAgain()
    return succeeded(added.map(describe))
  }

  /** The parts from `id` on that have not left, to go out now. */
  const releasedFrom = (id: string, records: readonly ScheduledRecord[]): readonly ScheduledRecord[] =>
    chainFrom(id, records)
      .filter((part) => !memory.isGone(part.id))
      .map((part) => ({
        ...part,
        dueAtMs: clock.nowMs(),
        afterId: part.id === id ? null : part.afterId,
        heldBecause: null
      }))

  async function release(id: string, stopKnownAtMs: number | null): Promise<void> {
    const released = releasedFrom(id, await runner.list())
    if (released[0]?.id !== id) return
    memory.begin(id)
    for (const part of released) memory.wanted(part.id, stopKnownAtMs)
    await ledger.saveScheduled(released).catch((error: unknown) => {
      memory.pause(id)
      throw error
    })
  }

  async function sendNow(id: string, isDespiteStop: boolean): Promise<Outcome<Message>> {
    const record = (await runner.list()).find((candidate) => candidate.id === id)
    if (record === undefined) {
      const sent = await ledger.getMessage(id)
      return sent ? succeeded(describeMessage(sent)) : failed('no-such-message', t('messages.scheduleGone'))
    }
    const stopKnownAtMs = isDespiteStop ? clock.nowMs() : null
    const problem = await check.whyNot([record], { stopKnownAtMs, isAtOnce: true })
    if (problem) return failedBy(problem)
    // Where it is on its way already, that one is waited for.
    await release(id, stopKnownAtMs)
    const result = await runner.begin(record)
    return result.kind === 'blocked' ? failedBy(result) : result.message
  }

  async function withdraw(id: string): Promise<readonly ScheduledMessage[]> {
    const ids = new Set([id])
    memory.withdraw(id)
    try {
      for (const part of chainFrom(id, await runner.list())) {
        ids.add(part.id)
        memory.withdraw(part.id)
      }
      const gone = await ledger.removeScheduled([...ids])
      await runner.tell()
      return gone.map(describe)
    } catch (error) {
      for (const kept of ids) memory.keep(kept)
      throw error
    }
  }

  return {
    start: () => runner.start(),
    stop: () => runner.stop(),
    list: async () => (await runner.list()).map(describe),
    schedule(request) {
      const key = request.messages.map(({ id }) => id).join()
      const same = underway.get(key)
      if (same) return same
      const scheduling = schedule(request)
        .catch((error: unknown) => {
          if (!(error instanceof LedgerUnavailable)) throw error
          return failed('not-stored', t('contacts.notStored'))
        })
        .finally(() => underway.delete(key))
      underway.set(key, scheduling)
      return scheduling
    },
    sendNow,
    cancel: withdraw
  }
}
