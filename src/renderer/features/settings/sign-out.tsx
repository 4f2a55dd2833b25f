import { useState } from 'react'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Question } from '../../ui/index.ts'

/** Signs out, after asking. */
export function SignOut({ accountId }: { readonly accountId: number }) {
  const [isAsking, setIsAsking] = useState(false)
  const signOut = useCommand('session:sign-out')
  return (
    <>
      <Button kind="danger" onClick={() => setIsAsking(true)}>
        {t('settings.signOut')}
      </Button>
      <Question
        title={t('settings.signOutTitle', { accountId })}
        text={t('settings.signOutText')}
        confirmLabel={t('settings.signOut')}
        isOpen={isAsking}
        isPending={signOut.isPending}
        problem={signOut.error?.message ?? null}
        onConfirm={() => signOut.mutate({ accountId }, { onSuccess: () => setIsAsking(false) })}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
