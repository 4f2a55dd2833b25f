import { hostname, userInfo } from 'node:os'
import { expect, test } from 'vitest'
import { readVersions } from '../../../src/main/versions.ts'

test('the app, its host, what it is made of and the system have versions', () => {
  const versions = readVersions('browser')
  const names = versions.map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['Voice360 Companion', 'Host', 'Node'])
  expect(names).toContain('SQLite (better-sqlite3-multiple-ciphers)')
  expect(versions).toContainEqual({ name: 'Host', version: 'browser' })
  expect(versions).toContainEqual({ name: 'Node', version: process.versions.node })
  for (const { version } of versions) expect(version).toMatch(/\w/)
})

test('neither the user nor the computer is named', () => {
  const all = JSON.stringify(readVersions('desktop'))
  expect(all).not.toContain(hostname())
  expect(all).not.toMatch(new RegExp(`\\b${userInfo().username}\\b`))
})
