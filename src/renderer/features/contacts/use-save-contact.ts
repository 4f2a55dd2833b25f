import { useState } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { useBridge } from '../../bridge/index.ts'
import type { FormDraft } from '../../ui-state/index.ts'
import { contactDraftOf, type DraftProblems, problemsOf } from './contact-draft.ts'
import { useRememberContact } from './use-contact-pages.ts'

type Saving =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'wrong'; readonly problems: DraftProblems; readonly draft: FormDraft }
  | { readonly state: 'refused'; readonly message: string }
  /** A colleague changed it meanwhile (null: deleted it), and nothing was saved. */
  | { readonly state: 'changed'; readonly theirs: Contact | null }

/**
 * Saves a contact under `contactId`, once each of its numbers was read and nothing is wrong with it. `firstRevision`: of the team's
 * contact that is edited.
 */
export function useSaveContact(
  contactId: string,
  firstRevision: number | null,
  onSaved: (contact: Contact) => void
) {
  const bridge = useBridge()
  const remember = useRememberContact()
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })

  const readNumbers = async (draft: FormDraft) =>
    new Map(
      await Promise.all(
        draft.numbers.map(
          async ({ key, text }) =>
            [key, await bridge.request('dialing:interpret-text', { text, isToCall: false })] as const
        )
      )
    )
  const attempt = async (draft: FormDraft, revision: number | null): Promise<Saving> => {
    const problems = problemsOf(draft, await readNumbers(draft))
    if (problems) return { state: 'wrong', problems, draft }
    const outcome = await bridge.request('contacts:save-contact', {
      contactId,
      draft: contactDraftOf(draft),
      revision
    })
    if (!outcome.ok) return { state: 'refused', message: outcome.failure.message }
    if (outcome.value.kind === 'changed') return { state: 'changed', theirs: outcome.value.theirs }
    const { contact } = outcome.value
    remember(contact.id, contact)
    onSaved(contact)
    return { state: 'idle' }
  }
  const save = async (draft: FormDraft, revision = firstRevision) => {
    if (saving.state === 'saving') return
    setSaving({ state: 'saving' })
    setSaving(
      await attempt(draft, revision).catch(
        (error: Error): Saving => ({ state: 'refused', message: error.message })
      )
    )
  }
  return {
    saving,
    save: (draft: FormDraft) => void save(draft),
    /** Puts it in the place of what a colleague wrote, of which the user was told. */
    saveInstead: (draft: FormDraft, theirs: Contact | null) =>
      void save(draft, theirs === null ? 0 : (theirs.team?.revision ?? 0)),
    forget: () => setSaving({ state: 'idle' })
  }
}
