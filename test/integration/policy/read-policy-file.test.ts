import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { readPolicyFile } from '../../../src/main/policy/read-policy-file.ts'

const text = '{"version":1}'
const me = userInfo().uid
const owners = process.platform === 'win32' ? null : [me]

let folder: string
let path: string

beforeEach(() => {
  const outer = mkdtempSync(join(tmpdir(), 'voice360-policy-'))
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }))
  folder = join(outer, 'voice360-companion')
  mkdirSync(folder, { mode: 0o755 })
  path = join(folder, 'policy.json')
  writeFileSync(path, text, { mode: 0o644 })
})

test('the file of an administrator is read', () => {
  expect(readPolicyFile({ path, owners })).toEqual({ path, text, trouble: null })
})

test.each([
  ['no file', () => rmSync(path)],
  ['no folder', () => rmSync(folder, { recursive: true })]
])('%s is no policy', (_what, remove) => {
  remove()
  expect(readPolicyFile({ path, owners })).toEqual({ path, text: null, trouble: null })
})

test('what cannot be read is told', () => {
  rmSync(path)
  mkdirSync(path, { mode: 0o755 })
  expect(readPolicyFile({ path, owners })).toEqual({ path, text: null, trouble: 'unreadable' })
})

// Windows has no such owners and modes.
describe.runIf(owners !== null)('a file that others could have written is not read', () => {
  test('because it belongs to somebody else', () => {
    expect(readPolicyFile({ path, owners: [me + 1] })).toEqual({ path, text: null, trouble: 'otherOwner' })
  })

  test.each([0o664, 0o646, 0o666])('because its mode is %o', (mode) => {
    chmodSync(path, mode)
    expect(readPolicyFile({ path, owners }).trouble).toBe('writableByOthers')
  })

  test.each([0o775, 0o757, 0o1777])('because its folder’s mode is %o', (mode) => {
    chmodSync(folder, mode)
    expect(readPolicyFile({ path, owners }).trouble).toBe('writableByOthers')
  })

  test('also where a link leads to it', () => {
    const elsewhere = join(folder, '..', 'elsewhere.json')
    writeFileSync(elsewhere, text)
    chmodSync(elsewhere, 0o666)
    rmSync(path)
    symlinkSync(elsewhere, path)
    expect(readPolicyFile({ path, owners }).trouble).toBe('writableByOthers')
  })
})
