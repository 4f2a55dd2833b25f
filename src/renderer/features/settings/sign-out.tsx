import { useState } from 'react'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Modal } from '../../ui/index.ts'
import styles from './sign-out.module.css'

/** Signs out, after asking. */
export function SignOut() {
  const [isAsking, setIsAsking] = useState(false)
  const signOut = useCommand('session:sign-out')
  return (
    <>
      <Button kind="danger" onClick={() => setIsAsking(true)}>
        {t('settings.signOut')}
      </Button>
      <Modal label={t('settings.signOutTitle')} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <div className={styles.question}>
          <h2>{t('settings.signOutTitle')}</h2>
          <p>{t('settings.signOutText')}</p>
          {signOut.error && <p role="alert">{signOut.error.message}</p>}
          <div className={styles.actions}>
            <Button onClick={() => setIsAsking(false)}>{t('app.cancel')}</Button>
            <Button kind="danger" aria-disabled={signOut.isPending} onClick={() => signOut.mutate({})}>
              {t('settings.signOut')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
