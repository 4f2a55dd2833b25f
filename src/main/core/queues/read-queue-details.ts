import type { QueueDetails } from '../../../shared/domain/queue.ts'
import { plainText } from '../plain-text.ts'
import { nameOf } from '../session/index.ts'
import type { ApiQueueDetails } from '../voice360/index.ts'

type Member = NonNullable<QueueDetails['members']>[number]

/** What `GET /queues/{id}` tells. What the list of its members is called is not documented: any list of people with extensions does. */
export function readQueueDetails(answer: ApiQueueDetails): QueueDetails {
  const lists = Object.values(answer)
    .filter((value) => Array.isArray(value))
    .map((list) => list.flatMap(readMember))
  const members = lists.find((list) => list.length > 0) ?? lists[0] ?? null
  return {
    id: answer.pk,
    strategy: answer.strategy,
    timeoutS: answer.timeout ?? null,
    retryS: answer.retry ?? null,
    wrapUpS: answer.wrapuptime ?? null,
    maxLength: answer.maxlen ?? null,
    members
  }
}

function readMember(member: unknown): readonly Member[] {
  if (typeof member === 'string' || typeof member === 'number') return memberOf({ extension: member })
  return typeof member === 'object' && member !== null ? memberOf(member) : []
}

function memberOf(fields: object): readonly Member[] {
  const text = (...names: readonly string[]): string | null => {
    const value = names.map((name) => Reflect.get(fields, name)).find((it) => isTold(it))
    return value === undefined ? null : plainText(String(value))
  }
  const extension = text('presence_id', 'extension', 'number', 'user')
  if (extension === null || !/^[\d*#]{1,16}$/.test(extension)) return []
  const name = nameOf({
    presence_id: extension,
    first_name: text('first_name'),
    last_name: text('last_name'),
    callerID: text('callerID', 'name')
  })
  return [{ extension, name }]
}

const isTold = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
