import type { Draft } from '../../../shared/domain/message.ts'
import type { Ledger } from '../ports.ts'

/** What is being written, kept across restarts and the same in every window. */
export interface Drafts {
  list(): Promise<readonly Draft[]>
  /** An empty body takes it away. */
  save(draft: Draft): Promise<void>
  /** It went out. */
  sent(draft: Draft): void
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'listDrafts' | 'saveDraft' | 'getMessage'>
  readonly publish: (draft: Draft) => void
}

export function createDrafts({ ledger, publish }: Dependencies): Drafts {
  const withoutBody = (draft: Draft): Draft => ({ ...draft, body: '' })

  /** A page that was slow to save what went out meanwhile must not bring it back. */
  const isSent = async ({ intentId, body }: Draft): Promise<boolean> =>
    body !== '' && intentId !== null && (await ledger.getMessage(intentId)) !== null

  async function store(draft: Draft): Promise<void> {
    // Looked for only afterwards: an intent that is added later takes its draft away itself.
    await ledger.saveDraft(draft)
    if (!(await isSent(draft))) return publish(draft)
    await ledger.saveDraft(withoutBody(draft))
    publish(withoutBody(draft))
  }

  let stored: Promise<void> = Promise.resolve()
  return {
    list: () => ledger.listDrafts(),
    /** One after the other, so that the pages are told of them in the order in which they are kept. */
    save(draft) {
      const saved = stored.then(() => store(draft))
      stored = saved.catch(() => undefined)
      return saved
    },
    sent: (draft) => publish(withoutBody(draft))
  }
}
