import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Log } from '../ports.ts'
import type { Voice360Api } from '../voice360/index.ts'

/** The queues whose calls are mine to take: those the user names, and those that Voice360 says I am a member of. */
export interface MyQueues {
  /** What Voice360 says, each queue by all its names; empty where the key cannot tell. */
  readonly told: LiveValue<ReadonlySet<string>>
  readonly isMine: (queueName: string) => boolean
  /** Asks once, for whoever is signed in now. */
  refresh(): Promise<void>
}

interface Dependencies {
  readonly api: () => Voice360Api | null
  readonly hasDeveloperKey: () => boolean
  readonly myExtension: () => string | null
  readonly chosen: () => readonly string[]
  readonly log: Log
}

const none: ReadonlySet<string> = new Set()

export function createMyQueues(dependencies: Dependencies): MyQueues {
  const { api, hasDeveloperKey, myExtension, chosen, log } = dependencies
  const told = createLiveValue(none)

  async function ask(client: Voice360Api, extension: string): Promise<ReadonlySet<string>> {
    const queues = await client.getQueues()
    if (!queues.ok) {
      log.warn('My queues could not be read', { kind: queues.failure.kind })
      return none
    }
    const mine = new Set<string>()
    for (const { pk, name, queue_name: queueName } of queues.value) {
      // One after the other: the account's requests in a minute are limited.
      const details = await client.getQueue(pk)
      if (details.ok && namesMember(details.value, extension))
        [name, queueName].forEach((it) => mine.add(key(it)))
    }
    return mine
  }

  return {
    told,
    isMine: (queueName) =>
      told.get().has(key(queueName)) || chosen().some((name) => key(name) === key(queueName)),
    async refresh() {
      const client = api()
      const extension = myExtension()
      told.set(none)
      if (!client || extension === null || !hasDeveloperKey()) return
      const mine = await ask(client, extension)
      // Someone else may have signed in meanwhile.
      if (api() === client) told.set(mine)
    }
  }
}

const key = (queueName: string): string => queueName.trim().toLowerCase()

/**
 * Whether one of the lists in a queue's details names an extension. What the list and its fields are called is not documented, so
 * any does; the queue's own fields, among them its extension, stand outside of lists.
 */
export function namesMember(details: Readonly<Record<string, unknown>>, extension: string): boolean {
  return Object.values(details).some(
    (value) => Array.isArray(value) && value.some((it) => isMember(it, extension))
  )
}

const isMember = (member: unknown, extension: string): boolean =>
  typeof member === 'object' && member !== null
    ? Object.entries(member).some(([field, value]) => field !== 'pk' && isExtension(value, extension))
    : isExtension(member, extension)

const isExtension = (value: unknown, extension: string): boolean =>
  (typeof value === 'string' || typeof value === 'number') && String(value).trim() === extension
