import { z } from 'zod'
import { type KeyKind, keyKindSchema, meSchema, rejectedKeysSchema } from '../../../shared/domain/session.ts'
import type { DocumentStore } from '../ports.ts'

const firstLedgerFile = 'ledger.db'

/** What is remembered of an account between runs, beside the keys, which are in the secret store alone. */
const accountSchema = z.object({
  apiUrl: z.url(),
  accountId: z.number().int().positive(),
  /** None once it is signed out: its ledger stays. */
  keyKinds: z.array(keyKindSchema).readonly(),
  me: meSchema.nullable(),
  /** Beside the other files of the user; each account has its own. */
  ledgerFile: z
    .string()
    .regex(/^ledger(-\d+)?\.db$/)
    .default(firstLedgerFile),
  rejected: rejectedKeysSchema.default({})
})
export type Account = z.infer<typeof accountSchema>

const bookSchema = z.object({
  /** Whose ledger is open, signed in or not. */
  current: z.number().int().nullable(),
  accounts: z.array(accountSchema).readonly()
})
type Book = z.infer<typeof bookSchema>

/** The secret's name of an account's key; one of each kind can be held. */
export const keySecretName = (accountId: number, kind: KeyKind): string => `api-key:${accountId}:${kind}`

/** The accounts that this computer knows. */
export interface AccountBook {
  list(): readonly Account[]
  current(): Account | null
  find(accountId: number): Account | null
  /** Keeps what is known of an account, which gets a ledger of its own if it is new. */
  keep(account: Omit<Account, 'ledgerFile'>): Account
  makeCurrent(accountId: number): void
  /** The name of the current account's ledger; the first account takes the one that is there before anybody signed in. */
  ledgerFile(): string
}

/** It is asked for every webhook and every answer of the API: the document, which is a file, is read once. */
export function createAccountBook(document: DocumentStore): AccountBook {
  let book = bookIn(document)
  const write = (next: Book): void => {
    document.write(next)
    book = next
  }
  const find = (accountId: number | null) =>
    book.accounts.find((account) => account.accountId === accountId) ?? null

  return {
    list: () => book.accounts,
    current: () => find(book.current),
    find,
    keep(account) {
      const { current, accounts } = book
      const { accountId } = account
      const ledgerFile =
        find(accountId)?.ledgerFile ?? (accounts.length === 0 ? firstLedgerFile : `ledger-${accountId}.db`)
      const kept: Account = { ...account, ledgerFile }
      const others = accounts.filter((it) => it.accountId !== accountId)
      write({ current: current ?? accountId, accounts: [...others, kept] })
      return kept
    },
    makeCurrent: (accountId) => write({ ...book, current: accountId }),
    ledgerFile: () => find(book.current)?.ledgerFile ?? firstLedgerFile
  }
}

function bookIn(document: DocumentStore): Book {
  const kept = document.read()
  const book = bookSchema.safeParse(kept)
  if (book.success) return book.data
  // As earlier builds kept it: the one account, at the top.
  const only = accountSchema.safeParse(kept)
  return only.success
    ? { current: only.data.accountId, accounts: [only.data] }
    : { current: null, accounts: [] }
}
