import { useState } from 'react'
import type { KnownAccount } from '../../../shared/domain/session.ts'
import { useCommand, usePolicy, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Loaded, NameText } from '../../ui/index.ts'
import { KeyForm } from '../setup/index.ts'
import styles from './account-section.module.css'
import { Row } from './section.tsx'
import { SignOut } from './sign-out.tsx'

/** The other accounts that this computer knows, each with a ledger of its own, and the way to a further one. */
export function OtherAccounts() {
  const policy = usePolicy()
  const query = useRequest('session:list-accounts', {})
  return (
    <>
      <Loaded query={query}>
        {(accounts) =>
          accounts
            .filter(({ isCurrent }) => !isCurrent)
            .map((account) => <OtherAccount key={account.accountId} account={account} />)
        }
      </Loaded>
      {policy?.accountId === null && <AddAccount />}
    </>
  )
}

function OtherAccount({ account }: { readonly account: KnownAccount }) {
  const { accountId, me, keyKinds } = account
  const { mutate, isPending, data, error } = useCommand('session:switch-account')
  const [isOpen, setIsOpen] = useState(false)
  const isSignedOut = keyKinds.length === 0
  const problem = data?.ok === false ? data.failure.message : (error?.message ?? null)
  return (
    <div>
      <Row label={t('settings.otherAccount', { accountId })} hint={hintOf(account)}>
        {me && <NameText>{me.name}</NameText>}
        {isSignedOut ? (
          <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'app.cancel' : 'settings.signInAgain')}
          </Button>
        ) : (
          <>
            <Button aria-disabled={isPending} onClick={() => !isPending && mutate({ accountId })}>
              {t('settings.switchAccount')}
            </Button>
            <SignOut accountId={accountId} />
          </>
        )}
      </Row>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      {isOpen && isSignedOut && (
        <div className={styles.form}>
          <KeyForm accountId={accountId} submitLabel={t('setup.signIn')} onDone={() => setIsOpen(false)} />
        </div>
      )}
    </div>
  )
}

function hintOf({ keyKinds, hasKeysLeft }: KnownAccount): string {
  if (keyKinds.length > 0) return t('settings.accountSignedIn')
  return t(hasKeysLeft ? 'settings.accountKeysLeft' : 'settings.accountSignedOut')
}

function AddAccount() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div>
      <Row label={t('settings.addAccount')} hint={t('settings.addAccountWhy')}>
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'app.cancel' : 'settings.addAccount')}
        </Button>
      </Row>
      {isOpen && (
        <div className={styles.form}>
          <KeyForm submitLabel={t('setup.signIn')} onDone={() => setIsOpen(false)} />
        </div>
      )}
    </div>
  )
}
