import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportProgress } from '../../../shared/domain/contact.ts'

/**
 * The import under way or the last one that ended, as kept under `key`, with the preview it began from, until it is put away; it goes
 * on whatever the page shows.
 */
export function useImportProgress<P extends { readonly importId: string }>(key: readonly [string]) {
  const queries = useQueryClient()
  const previewKey = [...key, 'preview']
  const preview = useQuery<P | null>({ queryKey: previewKey, enabled: false, initialData: null }).data
  const query = useQuery<ImportProgress | null>({ queryKey: key, enabled: false, initialData: null })
  return {
    progress: query.data,
    /** Null for an import that began elsewhere. */
    preview: preview && preview.importId === query.data?.importId ? preview : null,
    /** Shows an import that began, unless an event has told more of it already. */
    begin: (begun: ImportProgress, begunFrom: P) => {
      queries.setQueryData<P | null>(previewKey, begunFrom)
      queries.setQueryData<ImportProgress | null>(key, (told) =>
        told?.importId === begun.importId ? told : begun
      )
    },
    putAway: () => {
      queries.setQueryData(key, null)
      queries.setQueryData(previewKey, null)
    }
  }
}
