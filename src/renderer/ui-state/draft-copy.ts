import type { Draft } from '../../shared/domain/message.ts'
import { emptyDraft, isSameDraft, withBody } from './draft.ts'

/**
 * This window's copy of a draft that the main process keeps for every window. While it holds what is not stored yet, nothing told
 * from there replaces it; once all is stored, what another window wrote does.
 */
export interface DraftCopy {
  readonly draft: Draft
  /** Whether it is known what the main process keeps: nothing is stored before, for it could take the place of that. */
  readonly isKnown: boolean
  /** Whether it was changed since it was last given to be stored. */
  readonly isUnsaved: boolean
  /** How many times it was given to be stored without an answer yet. */
  readonly savingCount: number
  /** Whether the last answer was that it could not be stored. */
  readonly hasFailed: boolean
  /** What was given to be stored, oldest first, until it is told back: an echo is no news, however late it comes. */
  readonly unechoed: readonly Draft[]
}

export const newDraftCopy = (address: string): DraftCopy => ({
  draft: emptyDraft(address),
  isKnown: false,
  isUnsaved: false,
  savingCount: 0,
  hasFailed: false,
  unechoed: []
})

/** It was written in this window. */
export const written = (copy: DraftCopy, draft: Draft): DraftCopy =>
  draft === copy.draft ? copy : { ...copy, draft, isUnsaved: true }

/** `words` stand before what is written, so that neither is lost. */
export const withWordsBefore = (copy: DraftCopy, words: string, newIntentId: () => string): DraftCopy => {
  const { body } = copy.draft
  return written(copy, withBody(copy.draft, body.trim() === '' ? words : `${words}\n${body}`, newIntentId))
}

/** It was given to be stored as it stands. */
export const givenToStore = (copy: DraftCopy): DraftCopy => ({
  ...copy,
  isUnsaved: false,
  savingCount: copy.savingCount + 1,
  unechoed: [...copy.unechoed, copy.draft]
})

/** What was given is stored. */
export const stored = (copy: DraftCopy): DraftCopy => ({
  ...copy,
  savingCount: copy.savingCount - 1,
  hasFailed: false
})

/** `given` could not be stored: it is to be tried again, unless newer words are on their way. */
export const notStored = (copy: DraftCopy, given: Draft): DraftCopy => ({
  ...copy,
  savingCount: copy.savingCount - 1,
  isUnsaved: copy.isUnsaved || copy.draft === given,
  hasFailed: true,
  unechoed: copy.unechoed.filter((it) => it !== given)
})

/**
 * `sent` is on its way out: the field is empty for the next one, by the same line, unless something else is in it. The main process
 * forgets it once it is an intent.
 */
export const sentOff = (copy: DraftCopy, sent: Draft): DraftCopy =>
  copy.draft.body === sent.body
    ? { ...copy, draft: { ...emptyDraft(copy.draft.address), line: copy.draft.line }, isUnsaved: false }
    : copy

/**
 * `sent` did not go out, as far as is known: it stands in the field again, before what was written since. Alone it keeps its intent,
 * and sent once more goes out once.
 */
export const sentBack = (copy: DraftCopy, sent: Draft, newIntentId: () => string): DraftCopy =>
  copy.draft.body === ''
    ? written(copy, { ...sent, wasTried: true })
    : withWordsBefore(copy, sent.body, newIntentId)

/** The main process tells of what it keeps: undefined where it keeps none. */
export const told = (copy: DraftCopy, kept: Draft | undefined, newIntentId: () => string): DraftCopy =>
  copy.isKnown ? withNews(copy, kept, newIntentId) : { ...withKept(copy, kept, newIntentId), isKnown: true }

/** What was typed before it was known what is kept comes after that. */
function withKept(copy: DraftCopy, kept: Draft | undefined, newIntentId: () => string): DraftCopy {
  if (!kept) return copy
  return copy.draft.body === '' ? { ...copy, draft: kept } : withWordsBefore(copy, kept.body, newIntentId)
}

function withNews(copy: DraftCopy, kept: Draft | undefined, newIntentId: () => string): DraftCopy {
  const news = kept ?? emptyDraft(copy.draft.address)
  const echo = copy.unechoed.findIndex((it) => isSameDraft(it, news))
  if (echo >= 0) return { ...copy, unechoed: copy.unechoed.slice(echo + 1) }
  if (copy.isUnsaved || copy.savingCount > 0) return news.body === '' ? goOnAnew(copy, newIntentId) : copy
  const isSame = isSameDraft(copy.draft, news)
  if (isSame && copy.unechoed.length === 0) return copy
  return { ...copy, draft: isSame ? copy.draft : news, unechoed: [] }
}

/** Another window sent, or emptied, what is being written on here: that is another message from now on, unless it is being tried again. */
function goOnAnew(copy: DraftCopy, newIntentId: () => string): DraftCopy {
  const { draft } = copy
  if (draft.body === '' || draft.wasTried) return copy
  return { ...copy, draft: { ...draft, intentId: newIntentId() }, isUnsaved: true }
}
