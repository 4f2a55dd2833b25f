import { type SyntheticEvent, useEffect, useRef } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Field, inputClass } from '../../ui/index.ts'
import type { FormDraft } from '../../ui-state/index.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { formDraftOf, problemsLeft } from './contact-draft.ts'
import styles from './contact-editor.module.css'
import { NumberFields } from './number-fields.tsx'
import { useContactForm } from './use-contact-form.ts'
import { useSaveContact } from './use-save-contact.ts'

interface ContactEditorProps {
  /** Null for a new one. */
  readonly contact: Contact | null
  /** The number that a new contact is made for. */
  readonly number?: string | null
  readonly onSaved: (contact: Contact) => void
  readonly onCancel: () => void
}

/** The form of a contact, as it was left if it was; what is wrong stands at the field that it is about. */
export function ContactEditor({ contact, number = null, onSaved, onCancel }: ContactEditorProps) {
  const { contactForm, wasLeft, change: changeForm, giveUp } = useContactForm(contact, number)
  const { contactId, base, draft } = contactForm
  const { saving, save, saveInstead, forget } = useSaveContact(
    contactId,
    base?.team?.revision ?? null,
    (saved) => {
      giveUp()
      onSaved(saved)
    }
  )
  const found = saving.state === 'wrong' ? saving : null
  const problems = found && problemsLeft(found.problems, found.draft, draft)
  const form = useRef<HTMLFormElement>(null)
  const change = (changed: Partial<FormDraft>) => {
    changeForm({ draft: { ...draft, ...changed } })
    if (saving.state === 'refused') forget()
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    // Which of the two it is to be, is chosen by its own button.
    if (saving.state !== 'changed') save(draft)
  }

  useEffect(() => {
    // Where something is wrong the caret goes to the first of it.
    if (found) form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus()
  }, [found])

  return (
    <form ref={form} className={styles.form} autoComplete="off" noValidate onSubmit={onSubmit}>
      <h2>{t(contact ? 'contacts.editTitle' : 'contacts.new')}</h2>
      <Field label={t('contacts.name')} problem={problems?.name}>
        {(ids) => (
          <input
            {...ids}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened to type here
            autoFocus={!wasLeft}
            className={inputClass}
            maxLength={200}
            dir="auto"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('contacts.company')}>
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            maxLength={200}
            dir="auto"
            value={draft.company}
            onChange={(event) => change({ company: event.target.value })}
          />
        )}
      </Field>
      <NumberFields draft={draft} problems={problems} onChange={change} />
      {saving.state === 'changed' && (
        <ChangedMeanwhile
          theirs={saving.theirs}
          onSaveMine={() => saveInstead(draft, saving.theirs)}
          onTakeTheirs={() => {
            changeForm({ base: saving.theirs, draft: formDraftOf(saving.theirs, null) })
            forget()
          }}
        />
      )}
      {saving.state === 'refused' && <Banner kind="error">{saving.message}</Banner>}
      <div className={styles.actions}>
        <Button
          onClick={() => {
            giveUp()
            onCancel()
          }}
        >
          {t('app.cancel')}
        </Button>
        {saving.state !== 'changed' && (
          <Button kind="primary" type="submit" aria-disabled={saving.state === 'saving'}>
            {t(saving.state === 'saving' ? 'contacts.saving' : 'contacts.save')}
          </Button>
        )}
      </div>
    </form>
  )
}
