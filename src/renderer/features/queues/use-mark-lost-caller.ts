import type { LostCaller, LostCallerMark } from '../../../shared/domain/lost-caller.ts'
import { useCommand } from '../../bridge/index.ts'

type Marked = Pick<LostCaller, 'revision'> & { readonly party: Pick<LostCaller['party'], 'address'> }

/** Says what becomes of a caller; `problem` is why the last word did not count: somebody else was faster, or nobody would know. */
export function useMarkLostCaller() {
  const command = useCommand('queues:mark-lost-caller')
  const { data, error } = command
  /** `onMarked` is not told where somebody else was faster. */
  const mark = ({ party, revision }: Marked, word: LostCallerMark, onMarked?: () => void) =>
    command.mutate(
      { address: party.address, mark: word, revision },
      {
        onSuccess: (outcome) => {
          // Without the team a caller is called back all the same.
          if (outcome.ok || outcome.failure.code === 'team-offline') onMarked?.()
        }
      }
    )
  return { mark, problem: error?.message ?? (data?.ok === false ? data.failure.message : null) }
}
