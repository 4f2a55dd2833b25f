import { useState } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { useBridge } from '../../bridge/index.ts'
import { contactDraftOf, type DraftProblems, type FormDraft, problemsOf } from './contact-draft.ts'
import { useRememberContact } from './use-contact-pages.ts'

type Saving =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'wrong'; readonly problems: DraftProblems; readonly draft: FormDraft }
  | { readonly state: 'refused'; readonly message: string }

/** Saves a contact under `contactId`, once each of its numbers was read and nothing is wrong with it. */
export function useSaveContact(contactId: string, onSaved: (contact: Contact) => void) {
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
  const attempt = async (draft: FormDraft): Promise<Saving> => {
    const problems = problemsOf(draft, await readNumbers(draft))
    if (problems) return { state: 'wrong', problems, draft }
    const outcome = await bridge.request('contacts:save-contact', { contactId, draft: contactDraftOf(draft) })
    if (!outcome.ok) return { state: 'refused', message: outcome.failure.message }
    remember(outcome.value.id, outcome.value)
    onSaved(outcome.value)
    return { state: 'idle' }
  }
  const save = async (draft: FormDraft) => {
    if (saving.state === 'saving') return
    setSaving({ state: 'saving' })
    setSaving(
      await attempt(draft).catch((error: Error): Saving => ({ state: 'refused', message: error.message }))
    )
  }
  return { saving, save: (draft: FormDraft) => void save(draft), forget: () => setSaving({ state: 'idle' }) }
}
