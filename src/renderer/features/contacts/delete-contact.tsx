import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import type { RequestResult } from '../../../shared/ipc/contract.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'
import { useRememberContact } from './use-contact-pages.ts'

interface DeleteContactProps {
  readonly contact: Contact
  readonly onDeleted: () => void
}

interface Deleting {
  readonly error: Error | null
  readonly data: RequestResult<'contacts:delete-contact'> | undefined
}

function problemOf({ error, data }: Deleting): string | null {
  if (data?.ok === false) return data.failure.message
  return data?.value?.kind === 'changed' ? t('contacts.changedBeforeDelete') : (error?.message ?? null)
}

/** Deletes a contact, after asking. */
export function DeleteContact({ contact, onDeleted }: DeleteContactProps) {
  const [isAsking, setIsAsking] = useState(false)
  const remember = useRememberContact()
  const remove = useCommand('contacts:delete-contact')
  const confirm = () =>
    remove.mutate(
      { contactId: contact.id, revision: contact.team?.revision ?? null },
      {
        onSuccess: (outcome) => {
          if (!outcome.ok || outcome.value !== null) return
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
        text={t(contact.team === null ? 'contacts.deleteText' : 'contacts.deleteForTeam')}
        confirmLabel={t('contacts.delete')}
        isOpen={isAsking}
        isPending={remove.isPending}
        problem={problemOf(remove)}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
