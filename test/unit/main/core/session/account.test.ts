import { expect, test, vi } from 'vitest'
import { createAccountBook } from '../../../../../src/main/core/session/index.ts'
import { InMemoryDocumentStore } from '../../../../fakes/in-memory-document-store.ts'

test('what is asked for every webhook reads no file: the document is read once, and written with each change', () => {
  const document = new InMemoryDocumentStore()
  const read = vi.spyOn(document, 'read')
  const book = createAccountBook(document)
  book.keep({ apiUrl: 'https://api.example.com', accountId: 61, keyKinds: ['user'], me: null, rejected: {} })
  book.keep({ apiUrl: 'https://api.example.com', accountId: 62, keyKinds: ['user'], me: null, rejected: {} })
  book.makeCurrent(62)
  expect(book.list().map(({ accountId }) => accountId)).toEqual([61, 62])
  expect(book.current()?.accountId).toBe(62)
  expect(book.ledgerFile()).toBe('ledger-62.db')
  expect(read).toHaveBeenCalledTimes(1)
  expect(createAccountBook(document).ledgerFile()).toBe('ledger-62.db')
})
