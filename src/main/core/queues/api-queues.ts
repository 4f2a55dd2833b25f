import { createPoller, paceOf, type Source } from '../polling/index.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import type { ApiQueueAvailability, ApiResult, ReadBudget, Voice360Api } from '../voice360/index.ts'

/** Counts change more slowly than who is on the phone, and the public view is shared by an office. */
const usualMs = { developer: 10_000, public: 60_000 } as const

interface Dependencies {
  /** Null where there is nobody to ask for. */
  readonly api: () => Pick<Voice360Api, 'getQueueAvailabilities'> | null
  readonly hasDeveloperKey: () => boolean
  readonly attention: () => Attention
  readonly answered: (answer: ApiResult<ApiQueueAvailability[]>) => void
  readonly budget: ReadBudget
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  readonly random?: (() => number) | undefined
}

/** Asks Voice360 for the queues' counts again and again. */
export function createApiQueues(dependencies: Dependencies): Source {
  const { api, attention, answered, budget, clock, log, random } = dependencies
  const subject = () => (dependencies.hasDeveloperKey() ? 'developer' : 'public')
  return createPoller<ApiQueueAvailability[]>({
    request() {
      const client = api()
      return client ? { subject: subject(), send: client.getQueueAvailabilities, answered } : null
    },
    paceMs: () => paceOf({ usualMs: usualMs[subject()], attention: attention(), isCallRunning: false }),
    budget,
    clock,
    log,
    random
  })
}
