import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { useBridge } from '../../bridge/index.ts'

const perPage = 100

interface Cursor {
  readonly name: string
  readonly id: string
}

/** The contacts whose name, company or number holds `text`, by name, page by page; events keep them true. */
export function useContactPages(text: string) {
  const bridge = useBridge()
  return useInfiniteQuery({
    queryKey: ['contacts:list-contacts', { text }],
    initialPageParam: null as Cursor | null,
    queryFn: ({ pageParam }) =>
      bridge.request('contacts:list-contacts', { text, after: pageParam, limit: perPage }),
    getNextPageParam: (lastPage: readonly Contact[]): Cursor | null => {
      const last = lastPage.at(-1)
      return lastPage.length < perPage || !last ? null : { name: last.name, id: last.id }
    },
    placeholderData: keepPreviousData
  })
}

const openedKey = (id: string) => ['contacts:opened', id] as const

/**
 * The contact of this id: as the list under `text` has it, else as it was when it was opened or saved. No request answers one
 * contact, so that whatever opens one remembers it; null for one that nobody opened, or that was deleted.
 */
export function useContact(id: string | null, text: string): Contact | null {
  const pages = useContactPages(text).data?.pages
  const listed = useMemo(() => pages?.flat().find((it) => it.id === id), [pages, id])
  const opened = useQuery<Contact | null>({
    queryKey: openedKey(id ?? ''),
    enabled: false,
    initialData: null
  }).data
  return listed ?? opened
}

/** Remembers a contact for `useContact`, or forgets it. */
export function useRememberContact(): (id: string, contact: Contact | null) => void {
  const queries = useQueryClient()
  return (id, contact) => queries.setQueryData(openedKey(id), contact)
}
