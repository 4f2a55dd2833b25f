import { useState } from 'react'
import type { Host, KeyKind, Session } from '../../../shared/domain/session.ts'
import { usePolicy } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, NameText } from '../../ui/index.ts'
import { KeyForm } from '../setup/index.ts'
import styles from './account-section.module.css'
import { OtherAccounts } from './accounts.tsx'
import { KeyRow } from './key-row.tsx'
import { LockMark } from './lock-mark.tsx'
import { SecretsRow } from './secrets-row.tsx'
import { Row } from './section.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SignOut } from './sign-out.tsx'

interface AccountSectionProps {
  readonly host: Host
  readonly session: Extract<Session, { status: 'signed-in' }>
}

export function AccountSection({ host, session }: AccountSectionProps) {
  const { me, accountId, keyKinds } = session
  const isSettled = (usePolicy()?.accountId ?? null) !== null
  const missing: KeyKind | null = keyKinds.length > 1 ? null : keyKinds[0] === 'user' ? 'developer' : 'user'
  return (
    <SettingsSection name="account">
      <Row label={t('settings.signedInAs')} {...(me?.email ? { hint: me.email } : {})}>
        {me && <NameText>{me.name}</NameText>}
        {me && <span className={styles.quiet}>{t('status.extension', { extension: me.extension })}</span>}
      </Row>
      <Row label={t('settings.accountNumber')} hint={session.apiUrl}>
        {accountId}
        {isSettled && <LockMark />}
      </Row>
      <Row
        label={t('settings.keys')}
        hint={t('settings.keysKeptIn', {
          store: host.secretStore
        })}
      >
        <ul className={styles.keys}>
          {keyKinds.map((kind) => (
            <KeyRow
              key={kind}
              kind={kind}
              accountId={accountId}
              rejectedSinceMs={session.rejected[kind] ?? null}
            />
          ))}
        </ul>
      </Row>
      <SecretsRow />
      {missing && <AddKey key={missing} kind={missing} accountId={accountId} />}
      <Row label={t('settings.signOut')} hint={t('settings.signOutText')}>
        <SignOut accountId={accountId} />
      </Row>
      <OtherAccounts />
    </SettingsSection>
  )
}

function AddKey({ kind, accountId }: { readonly kind: KeyKind; readonly accountId: number }) {
  const [isOpen, setIsOpen] = useState(false)
  const isUser = kind === 'user'
  const label = t(isUser ? 'settings.addUserKey' : 'settings.addDeveloperKey')
  return (
    <div>
      <Row label={label} hint={t(isUser ? 'settings.addUserKeyWhy' : 'settings.addDeveloperKeyWhy')}>
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('app.cancel') : label}
        </Button>
      </Row>
      {isOpen && (
        <div className={styles.form}>
          <KeyForm
            accountId={accountId}
            wantedKind={kind}
            submitLabel={t('settings.addKey')}
            onDone={() => setIsOpen(false)}
          />
        </div>
      )}
    </div>
  )
}
