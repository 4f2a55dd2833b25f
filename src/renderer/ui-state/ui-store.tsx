import { createContext, type ReactNode, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { type CallFilter, noFilter } from '../../shared/domain/call.ts'
import { type Draft, emptyDraft } from './draft.ts'

/** What the page knows that the main process need not: gone with the window. */
export interface UiState {
  readonly searchText: string
  /** What narrows the history beside the search text. */
  readonly callFilter: CallFilter
  /** Unsent messages, by the address they are for. */
  readonly drafts: Readonly<Record<string, Draft>>
  /** The address whose message field should take the caret as soon as it shows. */
  readonly composeFor: string | null
  /** The dial whose outcome was seen and closed. */
  readonly closedDialId: string | null
  /** What is typed into the palette; null while it is closed. */
  readonly paletteText: string | null
  readonly setSearchText: (text: string) => void
  readonly setCallFilter: (filter: CallFilter) => void
  readonly setDraft: (address: string, draft: Draft) => void
  readonly requestCompose: (address: string | null) => void
  readonly closeDial: (dialId: string) => void
  readonly setPaletteText: (text: string | null) => void
}

export type UiStore = StoreApi<UiState>

export const createUiStore = (): UiStore =>
  createStore((set) => ({
    searchText: '',
    callFilter: noFilter,
    drafts: {},
    composeFor: null,
    closedDialId: null,
    paletteText: null,
    setSearchText: (searchText) => set({ searchText }),
    setCallFilter: (callFilter) => set({ callFilter }),
    setDraft: (address, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [address]: draft } })),
    requestCompose: (composeFor) => set({ composeFor }),
    closeDial: (closedDialId) => set({ closedDialId }),
    setPaletteText: (paletteText) => set({ paletteText })
  }))

const UiStoreContext = createContext<UiStore | null>(null)

export function UiStoreProvider({
  store,
  children
}: {
  readonly store: UiStore
  readonly children: ReactNode
}) {
  return <UiStoreContext value={store}>{children}</UiStoreContext>
}

export function useUiState<T>(select: (state: UiState) => T): T {
  const store = useContext(UiStoreContext)
  if (!store) throw new Error('useUiState needs a UiStoreProvider above it')
  return useStore(store, select)
}

/** The unsent message to `address`. */
export const useDraft = (address: string): Draft => useUiState(({ drafts }) => drafts[address] ?? emptyDraft)
