import { expect, test } from 'vitest'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { createLines } from '../../../../../src/main/core/messages/index.ts'
import type { ApiNumber, ApiResult } from '../../../../../src/main/core/voice360/index.ts'
import { answered, refusedWith, stubApi } from '../../../../fakes/stub-api.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const number = (address: string, name: string | null = null): ApiNumber => ({
  number: address,
  friendly_name: name,
  sms_enabled: true
})
const apiWith = (...numbers: readonly string[]) =>
  stubApi({ getNumbers: () => answered(numbers.map((it) => number(it))) })

const lines = () => {
  const directory = createDirectory(textByKey)
  const made = createLines(() => 'US', directory, textByKey)
  return { ...made, directory, addresses: () => made.current.get()?.map((line) => line.address) ?? null }
}

test('are unknown until they are read, and when nobody is signed in', async () => {
  const mine = lines()
  expect(mine.addresses()).toBeNull()
  await mine.refresh(apiWith('(212) 555-0101'))
  expect(mine.addresses()).toEqual(['+12125550101'])
  await mine.refresh(null)
  expect(mine.addresses()).toBeNull()
})

test('stay as they were when they cannot be read again', async () => {
  const mine = lines()
  await mine.refresh(apiWith('+12125550101'))
  await mine.refresh(stubApi({ getNumbers: () => refusedWith({ kind: 'timeout' }) }))
  expect(mine.addresses()).toEqual(['+12125550101'])
})

test('are not those of whoever was signed in before', async () => {
  const late = Promise.withResolvers<ApiResult<ApiNumber[]>>()
  const mine = lines()
  const before = mine.refresh(stubApi({ getNumbers: () => late.promise }))
  await mine.refresh(null)
  late.resolve({ ok: true, value: [number('+12125550101')] })
  await before
  expect(mine.addresses()).toBeNull()
})

test('are told by their names wherever they are shown, and by their numbers where they have none', async () => {
  const mine = lines()
  const numbers = [number('(212) 555-0101', 'Support Line'), number('+12125550102')]
  await mine.refresh(stubApi({ getNumbers: () => answered(numbers) }))
  expect(mine.directory.describe('+12125550101').name).toBe('Support Line')
  expect(mine.directory.describe('+12125550102').name).toBeNull()
  await mine.refresh(null)
  expect(mine.directory.describe('+12125550101').name).toBeNull()
})
