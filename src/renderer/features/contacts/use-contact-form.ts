import { useState } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { type ContactForm, useUiState } from '../../ui-state/index.ts'
import { formDraftOf } from './contact-draft.ts'

/** What is typed into the form of `contact`, or of a new one for `number`: kept where it is left, until it is given up. */
export function useContactForm(contact: Contact | null, number: string | null) {
  const key = contact?.id ?? `new ${number ?? ''}`
  const left = useUiState((ui) => ui.contactForms[key])
  const keep = useUiState((ui) => ui.keepContactForm)
  const [wasLeft] = useState(left !== undefined)
  const [contactForm, setContactForm] = useState<ContactForm>(
    () =>
      left ?? {
        contactId: contact?.id ?? crypto.randomUUID(),
        base: contact,
        draft: formDraftOf(contact, number)
      }
  )
  return {
    contactForm,
    wasLeft,
    change: (changed: Partial<ContactForm>): void => {
      const next = { ...contactForm, ...changed }
      setContactForm(next)
      keep(key, next)
    },
    giveUp: () => keep(key, undefined)
  }
}
