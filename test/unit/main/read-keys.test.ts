import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readKeys } from '../../../src/main/read-keys.ts'

test.each([
  ['one key', 'first-key', ['first-key']],
  ['one a line, whatever ends the lines', 'first-key\r\n second-key \n\n', ['first-key', 'second-key']],
  ['none', '\n \n', []],
  ['nothing', '', []]
])('%s', async (_what, input, keys) => {
  expect(await readKeys(Readable.from([input]))).toEqual(keys)
})

test('a key that comes in pieces is one key', async () => {
  expect(await readKeys(Readable.from(['first', '-key\nsec', 'ond-key']))).toEqual([
    'first-key',
    'second-key'
  ])
})
