import { PhoneIncoming } from 'lucide-react'
import type { Host } from '../../../shared/domain/session.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Field, FrontPanel, inputClass, Loaded } from '../../ui/index.ts'
import { KeyForm } from './key-form.tsx'
import styles from './setup-screen.module.css'

interface SetupScreenProps {
  readonly host: Host
  /** Why nobody is signed in, where that needs saying. */
  readonly reason: string | null
  /** Whether more steps come after it. */
  readonly isFirstStart: boolean
  readonly onSignIn: () => void
}

/** The first start: paste the key, see whose it is, sign in. */
export function SetupScreen({ host, reason, isFirstStart, onSignIn }: SetupScreenProps) {
  const policy = useRequest('policy:get-policy', {})
  return (
    <FrontPanel icon={<PhoneIncoming size={22} />}>
      {isFirstStart && <p className={styles.step}>{t('reach.firstStart.step', { step: 1, total: 3 })}</p>}
      <h1>{t('setup.title')}</h1>
      <p className={styles.intro}>
        {host.isSecretStorePersistent
          ? t('setup.intro', { store: host.secretStore })
          : t('setup.introMemory')}
      </p>
      {reason && <Banner kind="warning">{reason}</Banner>}
      <Loaded query={policy}>
        {({ accountId }) =>
          accountId === null ? (
            <KeyForm submitLabel={t('setup.signIn')} onSignIn={onSignIn} />
          ) : (
            <>
              <div className={styles.account}>
                <Field label={t('setup.account')} hint={t('settings.setByAdministrator')}>
                  {(ids) => <input {...ids} className={inputClass} value={accountId} disabled readOnly />}
                </Field>
              </div>
              <KeyForm accountId={accountId} submitLabel={t('setup.signIn')} onSignIn={onSignIn} />
            </>
          )
        }
      </Loaded>
    </FrontPanel>
  )
}
