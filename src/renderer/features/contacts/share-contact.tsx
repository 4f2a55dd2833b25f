import { Users } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'
import { useRememberContact } from './use-contact-pages.ts'

/** Makes a contact of the user's own the team's, after asking; nothing where contacts are not shared, or it is the team's already. */
export function ShareContact({ contact }: { readonly contact: Contact }) {
  const [isAsking, setIsAsking] = useState(false)
  const remember = useRememberContact()
  const sharing = useRequest('contacts:get-sharing', {}).data ?? 'off'
  const share = useCommand('contacts:share-contact')
  if (sharing === 'off' || contact.team !== null) return null
  const confirm = () =>
    share.mutate(
      { contactId: contact.id },
      {
        onSuccess: (outcome) => {
          if (!outcome.ok) return
          const shared = outcome.value.kind === 'saved' ? outcome.value.contact : outcome.value.theirs
          remember(contact.id, shared)
          setIsAsking(false)
        }
      }
    )
  return (
    <>
      <Button
        icon={<Users size={15} aria-hidden="true" />}
        aria-disabled={sharing === 'offline'}
        title={sharing === 'offline' ? t('contacts.cannotShare') : undefined}
        onClick={() => sharing === 'on' && setIsAsking(true)}
      >
        {t('contacts.share')}
      </Button>
      <Question
        title={t('contacts.shareTitle', { name: contact.name })}
        text={t('contacts.shareText')}
        confirmLabel={t('contacts.share')}
        isDangerous={false}
        isOpen={isAsking}
        isPending={share.isPending}
        problem={share.error?.message ?? (share.data?.ok === false ? share.data.failure.message : null)}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
