export { emptyDraft, withBody, withLine } from './draft.ts'
export { filterRows, isNumberLike } from './filter-rows.ts'
export { createUiStore, type UiStore, UiStoreProvider, useDraft, useUiState } from './ui-store.tsx'
