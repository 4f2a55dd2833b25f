/**
 * A message being written. Its intent is made with its first letter and stays while it is tried again unchanged, so that
 * one message goes out once however often it is sent; editing what was tried makes it another message.
 */
export interface Draft {
  readonly body: string
  /** The line to send from, once one was chosen. */
  readonly line: string | null
  readonly intentId: string | null
  readonly wasTried: boolean
}

export const emptyDraft: Draft = { body: '', line: null, intentId: null, wasTried: false }

/** `draft` with other words. */
export function withBody(draft: Draft, body: string, newIntentId: () => string): Draft {
  if (body === draft.body) return draft
  if (body === '') return { ...emptyDraft, line: draft.line }
  const isSameMessage = draft.intentId !== null && !draft.wasTried
  return { ...draft, body, intentId: isSameMessage ? draft.intentId : newIntentId(), wasTried: false }
}

/** `draft` from another line; another message too, once it was tried. */
export function withLine(draft: Draft, line: string, newIntentId: () => string): Draft {
  if (line === draft.line) return draft
  return draft.wasTried ? { ...draft, line, intentId: newIntentId(), wasTried: false } : { ...draft, line }
}
