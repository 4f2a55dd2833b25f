import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { BudgetSubject, RateBudget, ToldBudget } from '../../../shared/domain/reach.ts'
import {
  type CheckedKey,
  type KeyKind,
  type KnownAccount,
  keyKindSchema,
  type Me,
  type Session
} from '../../../shared/domain/session.ts'
import type { ApiCallLog } from '../diagnostics/index.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { Clock, Log, SecretStore } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { type ApiKeys, createVoice360Api, type Voice360Api } from '../voice360/index.ts'
import { type Account, type AccountBook, keySecretName } from './account.ts'
import { checkKey } from './check-key.ts'
import { createToldBudgets } from './told-budgets.ts'

export interface Credentials {
  readonly accountId: number
  readonly key: string
  /** Who I am, where the key does not say. */
  readonly extension: string | null
}

/** Who is signed in, with which keys, and the API client that follows from it. */
export interface SessionService {
  readonly current: LiveValue<Session>
  /** Others are signed in than before, or with other keys: what was read with those before is worth nothing. */
  readonly keysChanged: Signal<void>
  readonly accountsChanged: Signal<void>
  /** Of the rate limits that were told of in the last minute, the one of which the smallest part is left. */
  rateBudget(): ToldBudget | null
  /** The client of whoever is signed in. */
  readonly api: () => Voice360Api | null
  /** Null while nobody is signed in. */
  accountId(): number | null
  me(): Me | null
  /** Which kinds of key are held. */
  keyKinds(): readonly KeyKind[]
  /** Every account that this computer knows; those without a key are signed out. */
  listAccounts(): readonly KnownAccount[]
  /** Whether an event is of an account that is known here and not the current one, whose ledger it has no place in. */
  isOfOtherAccount(accountId: string | null): boolean
  /** Signs in again with what an earlier run kept. */
  restore(): Promise<void>
  checkKey(credentials: Pick<Credentials, 'accountId' | 'key'>): Promise<Outcome<CheckedKey>>
  /** Checks a key and keeps it, which signs in where it is of the current account; another one does not become it. */
  addKey(credentials: Credentials): Promise<Outcome<Session>>
  /**
   * Signs in, or adds a key to the account that is signed in, or puts it in the place of one. To sign in to a further account puts
   * the application together anew.
   */
  signIn(credentials: Credentials): Promise<Outcome<Session>>
  /** Puts the application together anew around another account that is signed in. */
  switchAccount(accountId: number): Promise<Outcome<{ readonly ok: true }>>
  /**
   * Forgets the keys of an account, the current one unless another is named. What was stored of it stays. Where the secret store
   * does not delete them, that is said, and the next `restore` sees to it.
   */
  signOut(accountId?: number): Promise<void>
}

interface Dependencies {
  readonly apiUrl: string
  /** What the computer's policy says of accounts: an API that stands above what was kept, and the only account there may be. */
  readonly policy: { readonly apiUrl: string | null; readonly accountId: number | null }
  readonly secrets: SecretStore
  readonly accounts: AccountBook
  readonly restart: () => Promise<void>
  readonly apiCalls: ApiCallLog
  /** Told what each answer says of the rate limit. */
  readonly noteRateBudget: (subject: BudgetSubject, budget: RateBudget) => void
  readonly clock: Pick<Clock, 'nowMs'>
  readonly t: Translate
  readonly log: Log
}

const signedOut = (reason: string | null = null): Session => ({ status: 'signed-out', reason })

export function createSessionService({
  apiUrl,
  policy,
  secrets,
  accounts,
  restart,
  apiCalls,
  noteRateBudget,
  clock,
  t,
  log
}: Dependencies): SessionService {
  const current = createLiveValue<Session>(signedOut())
  const keysChanged = createSignal<void>()
  const accountsChanged = createSignal<void>()
  const toldBudgets = createToldBudgets()
  /** Accounts that were signed out, whose keys the secret store did not delete. */
  const keysLeft = new Set<number>()
  let forgetting = Promise.resolve()
  let api: Voice360Api | null = null
  const isAccountAllowed = (accountId: number): boolean => [null, accountId].includes(policy.accountId)
  const refusal = () => t('policy.otherAccount', { accountId: policy.accountId ?? '' })

  function become(account: Account, keys: ApiKeys): Session {
    const client = createVoice360Api({
      apiUrl: account.apiUrl,
      accountId: account.accountId,
      keys,
      onAnswered: (call) => apiCalls.add(call),
      onKeyJudged: (kind, isRejected) => api === client && noteKey(account.accountId, kind, isRejected),
      onRateBudget(subject, budget) {
        if (api === client) toldBudgets.note(subject, budget, clock.nowMs())
        noteRateBudget(subject, budget)
      }
    })
    api = client
    // With other keys, other limits count.
    toldBudgets.forget()
    const session = sessionOf(account)
    current.set(session)
    keysChanged.emit()
    accountsChanged.emit()
    return session
  }

  /** A key that Voice360 rejects is kept, and marked until it works again or another takes its place. */
  function noteKey(accountId: number, kind: KeyKind, isRejected: boolean): void {
    const account = accounts.find(accountId)
    if (!account || (account.rejected[kind] !== undefined) === isRejected) return
    const { [kind]: _since, ...others } = account.rejected
    const rejected = isRejected ? { ...others, [kind]: clock.nowMs() } : others
    log.warn(isRejected ? 'Voice360 rejects a key' : 'Voice360 takes a key again', { kind })
    const kept = accounts.keep({ ...account, rejected })
    if (signedIn()?.accountId === accountId) current.set(sessionOf({ ...kept, keyKinds: keyKinds() }))
    accountsChanged.emit()
  }

  async function readKeys(account: Account): Promise<ApiKeys> {
    const entries = await Promise.all(
      account.keyKinds.map(
        async (kind) => [kind, await secrets.read(keySecretName(account.accountId, kind))] as const
      )
    )
    return Object.fromEntries(entries.filter(([, key]) => key !== null))
  }

  const signedIn = () => {
    const session = current.get()
    return session.status === 'signed-in' ? session : null
  }
  const keyKinds = (): readonly KeyKind[] => signedIn()?.keyKinds ?? []

  async function keepKey(checked: CheckedKey, me: Me, { accountId, key }: Credentials): Promise<Account> {
    const { kind } = checked
    // What is being deleted still would take the new key with it.
    await forgetting
    if (keysLeft.has(accountId)) await forgetKeys(accountId)
    await secrets.write(keySecretName(accountId, kind), key)
    const before = accounts.find(accountId)
    const { [kind]: _since, ...rejected } = before?.rejected ?? {}
    const kinds = new Set<KeyKind>([...(before?.keyKinds ?? []), kind])
    return accounts.keep({ apiUrl, accountId, keyKinds: [...kinds], me, rejected })
  }

  async function forgetKeysNow(accountId: number): Promise<void> {
    try {
      for (const kind of keyKindSchema.options) await secrets.remove(keySecretName(accountId, kind))
      keysLeft.delete(accountId)
    } catch (error) {
      log.warn('The keys of an account that is signed out could not be deleted', { error: String(error) })
      keysLeft.add(accountId)
      if (isCurrent(accountId)) current.set(signedOut(t('keys.left', { accountId, store: secrets.name })))
      accountsChanged.emit()
    }
  }

  /** One after another; never rejects. */
  const forgetKeys = (accountId: number): Promise<void> => {
    forgetting = forgetting.then(() => forgetKeysNow(accountId))
    return forgetting
  }

  const isCurrent = (accountId: number): boolean => accounts.current()?.accountId === accountId

  async function addKey(credentials: Credentials): Promise<Outcome<Session>> {
    const { accountId, key, extension } = credentials
    if (!isAccountAllowed(accountId)) return failed('account-locked', refusal())
    const checked = await checkKey({ apiUrl, accountId, key, apiCalls }, t)
    if (!checked.ok) return checked
    const known = accounts.find(accountId)
    const earlier = known && known.keyKinds.length > 0 ? known.me : null
    const me = checked.value.me ?? earlier ?? chosen(checked.value, extension)
    if (me === null) return failed('extension-needed', t('keys.extensionNeeded'))
    if (earlier && earlier.extension !== me.extension)
      return failed('other-person', t('keys.otherPerson', { accountId }))
    const account = await keepKey(checked.value, me, credentials)
    return succeeded(isCurrent(accountId) ? become(account, await readKeys(account)) : sessionOf(account))
  }

  return {
    current,
    keysChanged,
    accountsChanged,
    rateBudget: () => toldBudgets.tightest(clock.nowMs()),
    api: () => api,
    accountId: () => signedIn()?.accountId ?? null,
    me: () => signedIn()?.me ?? null,
    keyKinds,
    listAccounts: () =>
      accounts.list().map((account) => ({
        accountId: account.accountId,
        me: account.me,
        keyKinds: account.keyKinds,
        rejected: account.rejected,
        hasKeysLeft: keysLeft.has(account.accountId),
        isCurrent: isCurrent(account.accountId)
      })),
    isOfOtherAccount: (accountId) =>
      accountId !== null &&
      accountId !== String(accounts.current()?.accountId) &&
      accounts.list().some((account) => String(account.accountId) === accountId),
    async restore() {
      // A keychain that was locked when somebody signed out is open now: a start waits for that.
      for (const { accountId, keyKinds: kinds } of accounts.list())
        if (kinds.length === 0) await forgetKeys(accountId)
      const account = accounts.current()
      if (!account || account.keyKinds.length === 0) return
      if (!isAccountAllowed(account.accountId)) return current.set(signedOut(refusal()))
      const keys = await readKeys(account)
      const kinds = account.keyKinds.filter((kind) => keys[kind] !== undefined)
      const apiUrlNow = policy.apiUrl ?? account.apiUrl
      if (kinds.length > 0) return void become({ ...account, apiUrl: apiUrlNow, keyKinds: kinds }, keys)
      log.warn('The account is remembered, but no key of it was found', { store: secrets.name })
      current.set(signedOut(t('keys.lost', { accountId: account.accountId, store: secrets.name })))
    },
    checkKey: async ({ accountId, key }) =>
      isAccountAllowed(accountId)
        ? checkKey({ apiUrl, accountId, key, apiCalls }, t)
        : failed('account-locked', refusal()),
    addKey,
    async signIn(credentials) {
      const added = await addKey(credentials)
      if (!added.ok || isCurrent(credentials.accountId)) return added
      accounts.makeCurrent(credentials.accountId)
      await restart()
      return added
    },
    async switchAccount(accountId) {
      if (!isAccountAllowed(accountId)) return failed('account-locked', refusal())
      const account = accounts.find(accountId)
      if (!account || account.keyKinds.length === 0)
        return failed('signed-out', t('keys.accountSignedOut', { accountId }))
      if (!isCurrent(accountId)) {
        accounts.makeCurrent(accountId)
        await restart()
      }
      return succeeded({ ok: true })
    },
    async signOut(accountId = accounts.current()?.accountId) {
      const account = accountId === undefined ? null : accounts.find(accountId)
      if (account === null) return
      accounts.keep({ ...account, keyKinds: [], rejected: {} })
      if (isCurrent(account.accountId)) {
        api = null
        toldBudgets.forget()
        current.set(signedOut())
        keysChanged.emit()
      }
      accountsChanged.emit()
      await forgetKeys(account.accountId)
    }
  }
}

const sessionOf = ({ accountId, apiUrl, keyKinds, me, rejected }: Account): Session => ({
  status: 'signed-in',
  accountId,
  apiUrl,
  keyKinds,
  me,
  rejected
})

function chosen(checked: CheckedKey, extension: string | null): Me | null {
  const person = checked.extensions.find((candidate) => candidate.extension === extension)
  return person ? { ...person, email: null, timeZone: null } : null
}
