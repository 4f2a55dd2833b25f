import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { RateBudget } from '../../../shared/domain/reach.ts'
import {
  type CheckedKey,
  type KeyKind,
  keyKindSchema,
  type Me,
  type Session
} from '../../../shared/domain/session.ts'
import type { ApiCallLog } from '../diagnostics/index.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { DocumentStore, Log, SecretStore } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { type ApiKeys, type BudgetSubject, createVoice360Api, type Voice360Api } from '../voice360/index.ts'
import { type Account, accountSchema, keySecretName } from './account.ts'
import { checkKey } from './check-key.ts'

export interface Credentials {
  readonly accountId: number
  readonly key: string
  /** Who I am, where the key does not say. */
  readonly extension: string | null
}

/** Who is signed in, with which keys, and the API client that follows from it. */
export interface SessionService {
  readonly current: LiveValue<Session>
  readonly rateBudget: LiveValue<RateBudget | null>
  /** The client of whoever is signed in. */
  readonly api: () => Voice360Api | null
  /** Null while nobody is signed in. */
  accountId(): number | null
  me(): Me | null
  /** Which kinds of key are held. */
  keyKinds(): readonly KeyKind[]
  /** Signs in again with what an earlier run kept. */
  restore(): Promise<void>
  checkKey(credentials: Pick<Credentials, 'accountId' | 'key'>): Promise<Outcome<CheckedKey>>
  /** Signs in, or adds a key of the other kind to the account that is signed in. */
  signIn(credentials: Credentials): Promise<Outcome<Session>>
  /** Forgets the keys. */
  signOut(): Promise<void>
}

interface Dependencies {
  readonly apiUrl: string
  readonly secrets: SecretStore
  readonly accounts: DocumentStore
  readonly apiCalls: ApiCallLog
  /** Told what each answer says of the rate limit. */
  readonly noteRateBudget: (subject: BudgetSubject, budget: RateBudget) => void
  readonly t: Translate
  readonly log: Log
}

const signedOut = (reason: string | null = null): Session => ({ status: 'signed-out', reason })

export function createSessionService({
  apiUrl,
  secrets,
  accounts,
  apiCalls,
  noteRateBudget,
  t,
  log
}: Dependencies): SessionService {
  const current = createLiveValue<Session>(signedOut())
  const rateBudget = createLiveValue<RateBudget | null>(null)
  let api: Voice360Api | null = null

  function become(account: Account, keys: ApiKeys): Session {
    api = createVoice360Api({
      apiUrl: account.apiUrl,
      accountId: account.accountId,
      keys,
      onAnswered: (call) => apiCalls.add(call),
      onRateBudget(subject, budget) {
        rateBudget.set(budget)
        noteRateBudget(subject, budget)
      }
    })
    const session: Session = { status: 'signed-in', ...account }
    current.set(session)
    return session
  }

  async function readKeys(account: Account): Promise<ApiKeys> {
    const entries = await Promise.all(
      account.keyKinds.map(
        async (kind) => [kind, await secrets.read(keySecretName(account.accountId, kind))] as const
      )
    )
    return Object.fromEntries(entries.filter(([, key]) => key !== null))
  }

  const signedIn = (): Account | null => {
    const session = current.get()
    return session.status === 'signed-in' ? session : null
  }

  return {
    current,
    rateBudget,
    api: () => api,
    accountId: () => signedIn()?.accountId ?? null,
    me: () => signedIn()?.me ?? null,
    keyKinds: () => signedIn()?.keyKinds ?? [],
    async restore() {
      const account = accountSchema.safeParse(accounts.read())
      if (!account.success) return
      const keys = await readKeys(account.data)
      const keyKinds = account.data.keyKinds.filter((kind) => keys[kind] !== undefined)
      if (keyKinds.length > 0) become({ ...account.data, keyKinds }, keys)
      else log.warn('The account is remembered, but no key of it was found', { store: secrets.name })
    },
    checkKey: ({ accountId, key }) => checkKey({ apiUrl, accountId, key, apiCalls }, t),
    async signIn({ accountId, key, extension }) {
      const checked = await checkKey({ apiUrl, accountId, key, apiCalls }, t)
      if (!checked.ok) return checked
      const earlier = signedIn()
      const me = checked.value.me ?? earlier?.me ?? chosen(checked.value, extension)
      if (me === null) return failed('extension-needed', t('keys.extensionNeeded'))
      if (earlier && (earlier.accountId !== accountId || earlier.me?.extension !== me.extension)) {
        return failed('other-account', t('keys.otherAccount'))
      }
      const kind = checked.value.kind
      await secrets.write(keySecretName(accountId, kind), key)
      const kinds = new Set<KeyKind>([...(earlier?.keyKinds ?? []), kind])
      const account: Account = { apiUrl, accountId, keyKinds: [...kinds], me }
      accounts.write(account)
      return succeeded(become(account, await readKeys(account)))
    },
    async signOut() {
      const account = signedIn()
      api = null
      accounts.write({})
      rateBudget.set(null)
      current.set(signedOut())
      if (!account) return
      await Promise.all(
        keyKindSchema.options.map((kind) => secrets.remove(keySecretName(account.accountId, kind)))
      )
    }
  }
}

function chosen(checked: CheckedKey, extension: string | null): Me | null {
  const person = checked.extensions.find((candidate) => candidate.extension === extension)
  return person ? { ...person, email: null, timeZone: null } : null
}
