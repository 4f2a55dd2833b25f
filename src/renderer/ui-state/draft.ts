import type { Draft } from '../../shared/domain/message.ts'

/** Nothing written to `address` yet. */
export const emptyDraft = (address: string): Draft => ({
  address,
  body: '',
  line: null,
  intentId: null,
  wasTried: false
})

/**
 * `draft` with other words. Its intent is made with the first letter and stays while it is written or tried again unchanged;
 * editing what was tried makes it another message.
 */
export function withBody(draft: Draft, body: string, newIntentId: () => string): Draft {
  if (body === draft.body) return draft
  if (body === '') return { ...emptyDraft(draft.address), line: draft.line }
  const isSameMessage = draft.intentId !== null && !draft.wasTried
  return { ...draft, body, intentId: isSameMessage ? draft.intentId : newIntentId(), wasTried: false }
}

/** `draft` from another line; another message too, once it was tried. */
export function withLine(draft: Draft, line: string, newIntentId: () => string): Draft {
  if (line === draft.line) return draft
  return draft.wasTried ? { ...draft, line, intentId: newIntentId(), wasTried: false } : { ...draft, line }
}

/** Whether two drafts say the same; a line chosen for nothing written yet is kept by nobody. */
export const isSameDraft = (one: Draft, other: Draft): boolean =>
  one.body === other.body &&
  (one.body === '' ||
    (one.line === other.line && one.intentId === other.intentId && one.wasTried === other.wasTried))
