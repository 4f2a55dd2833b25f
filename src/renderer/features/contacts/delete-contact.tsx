import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'
import { useRememberContact } from './use-contact-pages.ts'

interface DeleteContactProps {
  readonly contact: Contact
  readonly onDeleted: () => void
}

/** Deletes a contact, after asking. */
export function DeleteContact({ contact, onDeleted }: DeleteContactProps) {
  const [isAsking, setIsAsking] = useState(false)
  const remember = useRememberContact()
  const remove = useCommand('contacts:delete-contact')
  const confirm = () =>
    remove.mutate(
      { contactId: contact.id },
      {
        onSuccess: () => {
          remember(contact.id, null)
          onDeleted()
        }
      }
    )
  return (
    <>
      <Button icon={<Trash2 size={15} aria-hidden="true" />} onClick={() => setIsAsking(true)}>
        {t('contacts.delete')}
      </Button>
      <Question
        title={t('contacts.deleteTitle', { name: contact.name })}
        text={t('contacts.deleteText')}
        confirmLabel={t('contacts.delete')}
        isOpen={isAsking}
        isPending={remove.isPending}
        problem={remove.error?.message ?? null}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
