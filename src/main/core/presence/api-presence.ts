import type { Presence } from '../../../shared/domain/presence.ts'
import { createPoller, paceOf, type Source } from '../polling/index.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import type { ApiAvailability, ApiResult, ReadBudget, Voice360Api } from '../voice360/index.ts'

/** How much of each colleague is known. */
export type PresenceDetail = Exclude<Presence['detail'], 'none'>

const usualMs = { 'with-calls': 4_000, 'online-only': 30_000 } as const

interface Dependencies {
  /** Null where there is nobody to ask for. */
  readonly api: () => Pick<Voice360Api, 'getAvailability'> | null
  readonly hasDeveloperKey: () => boolean
  readonly attention: () => Attention
  readonly isCallRunning: () => boolean
  readonly answered: (answer: ApiResult<ApiAvailability[]>, asked: PresenceDetail) => void
  readonly budget: ReadBudget
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  readonly random?: (() => number) | undefined
}

/** Asks Voice360 for everyone's availability again and again. */
export function createApiPresence(dependencies: Dependencies): Source {
  const { api, attention, isCallRunning, answered, budget, clock, log, random } = dependencies
  const detail = (): PresenceDetail => (dependencies.hasDeveloperKey() ? 'with-calls' : 'online-only')
  return createPoller<ApiAvailability[]>({
    request() {
      const client = api()
      const asked = detail()
      return client
        ? {
            subject: asked === 'with-calls' ? 'developer' : 'public',
            send: client.getAvailability,
            answered: (answer) => answered(answer, asked)
          }
        : null
    },
    paceMs: () =>
      paceOf({ usualMs: usualMs[detail()], attention: attention(), isCallRunning: isCallRunning() }),
    budget,
    clock,
    log,
    random
  })
}
