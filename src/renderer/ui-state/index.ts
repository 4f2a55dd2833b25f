export type { ContactForm, DraftNumber, FormDraft } from './contact-form.ts'
export { emptyDraft, withBody, withLine } from './draft.ts'
export {
  givenToStore,
  notStored,
  sentBack,
  sentOff,
  stored,
  told,
  withWordsBefore,
  written
} from './draft-copy.ts'
export { filterRows, isNumberLike } from './filter-rows.ts'
export { createUiStore, type UiStore, UiStoreProvider, useUiState } from './ui-store.tsx'
