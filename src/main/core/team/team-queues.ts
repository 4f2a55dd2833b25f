import type { Reading, Source } from '../polling/index.ts'
import type { ApiQueueAvailability } from '../voice360/index.ts'
import type { TeamAccess } from './access.ts'
import { unpacked } from './packing.ts'
import { teamKeys } from './subjects.ts'
import { queuesSnapshotSchema } from './team-news.ts'
import { createTeamValue, type TeamValueDependencies } from './team-value.ts'

interface Dependencies extends TeamValueDependencies {
  readonly access: Pick<TeamAccess, 'accountId'>
  readonly onReading: (reading: Reading<readonly ApiQueueAvailability[]>) => void
}

/** The queues' counts as the relay tells them. */
export const createTeamQueues = (dependencies: Dependencies): Source =>
  createTeamValue({
    ...dependencies,
    key: teamKeys(dependencies.access.accountId).queues,
    freshness: (pulse) => pulse.queues,
    revision: (pulse) => pulse.queues.revision,
    read({ value, revision }) {
      const snapshot = unpacked(queuesSnapshotSchema, value)
      return snapshot && { ...snapshot, revision }
    },
    valueAt: ({ queues }) => queues
  })
