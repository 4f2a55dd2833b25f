import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportProgress } from '../../../shared/domain/contact.ts'

/** The import under way or the last one that ended, as kept under `key`, until it is put away; it goes on whatever the page shows. */
export function useImportProgress(key: readonly [string]) {
  const queries = useQueryClient()
  const query = useQuery<ImportProgress | null>({ queryKey: key, enabled: false, initialData: null })
  return {
    progress: query.data,
    /** Shows an import that began, unless an event has told more of it already. */
    begin: (begun: ImportProgress) =>
      queries.setQueryData<ImportProgress | null>(key, (told) =>
        told?.importId === begun.importId ? told : begun
      ),
    putAway: () => queries.setQueryData(key, null)
  }
}
