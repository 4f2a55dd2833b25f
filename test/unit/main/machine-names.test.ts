import { homedir, hostname, userInfo } from 'node:os'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { readMachineNames } from '../../../src/main/machine-names.ts'

test('names the user, the computer and the proxies that programs are to go by', () => {
  const { users, hosts } = readMachineNames({
    HTTPS_PROXY: 'http://jane:secret@proxy:3128',
    all_proxy: 'gate:1080',
    http_proxy: 'no address at all',
    no_proxy: 'localhost'
  })
  expect(users).toEqual(expect.arrayContaining([userInfo().username, basename(homedir()), 'jane']))
  expect(hosts).toEqual(expect.arrayContaining([hostname(), 'proxy', 'gate']))
  expect(hosts).not.toContain('localhost')
})
