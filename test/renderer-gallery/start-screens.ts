import { failed } from '../../src/shared/domain/failure.ts'
import type { Secrets, Start, WaitingReason } from '../../src/shared/domain/start.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { browserHost, knownAccount, signedIn } from '../fakes/scripted-bridge.ts'
import { type Act, appeared, inOrder, press } from './acts.ts'

const starting = (start: Start, act: Act = () => undefined, answers: Partial<Answers> = {}) => ({
  page: 'main' as const,
  hash: '/',
  callFilter: {},
  answers: (): Partial<Answers> => ({ 'start:get-start': () => start, ...answers }),
  act
})

const waiting = (reason: WaitingReason): Start => ({
  stage: 'waiting',
  reason,
  keychain: 'Secret Service keyring',
  hasVault: reason === 'passphrase'
})

const settings = (answers: Partial<Answers>, act: Act = () => undefined) => ({
  page: 'main' as const,
  hash: '/settings',
  callFilter: {},
  answers: (): Partial<Answers> => ({ 'popup:list-cards': () => [], ...answers }),
  act
})

/** Types into the passphrase's field, as a person does. */
const type =
  (text: string): Act =>
  async () => {
    const input = await appeared('input[type="password"]')
    if (!(input instanceof HTMLInputElement)) return
    input.focus()
    document.execCommand('insertText', false, text)
  }

const secretsIn = (place: Secrets['place']): Partial<Answers> => ({
  'start:get-secrets': () => ({ place, keychain: 'Secret Service keyring', canChooseAgain: true })
})

/** What stands before the app, and what of it is in the settings. */
export const startScreens = {
  'start-no-keychain': starting(waiting('no-keychain')),
  'start-locked': starting(waiting('keychain-locked')),
  'start-denied': starting(waiting('keychain-denied')),
  'start-slow': starting(waiting('keychain-slow')),
  'start-vault-damaged': starting(waiting('vault-damaged')),
  'start-passphrase': starting(waiting('passphrase')),
  'start-passphrase-wrong': starting(
    waiting('passphrase'),
    inOrder(type('not this one'), press('Open the vault')),
    {
      'start:use-passphrase': () =>
        failed('wrong-passphrase', 'This is not the passphrase that your keys were sealed with.')
    }
  ),
  'start-passphrase-short': starting(waiting('no-keychain'), inOrder(type('short'), press('Make the vault'))),
  'start-failed': starting({ stage: 'failed', message: 'ENOSPC: no space left on device, open ledger.db' }),
  'settings-memory': settings({ ...secretsIn('memory'), 'session:get-host': () => browserHost }),
  'settings-vault': settings(secretsIn('vault'), press('Change passphrase')),
  'settings-accounts': settings(
    {
      'session:list-accounts': () => [
        knownAccount,
        {
          ...knownAccount,
          accountId: 1077,
          isCurrent: false,
          me: {
            extension: '2044',
            name: 'Maximiliana Wolkenstein-Trostburg of the northern region',
            email: null,
            timeZone: null
          }
        },
        { ...knownAccount, accountId: 88, isCurrent: false, keyKinds: [], me: null },
        { ...knownAccount, accountId: 99, isCurrent: false, keyKinds: [], hasKeysLeft: true }
      ]
    },
    press('Add an account')
  ),
  'settings-key-rejected': settings(
    {
      'session:get-session': () => ({ ...signedIn, rejected: { user: Date.now() - 3_600_000 } })
    },
    press('Replace the key')
  )
}
