import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultUserDataFolder, readStartOptions } from '../../../src/main/start-options.ts'
import { hostileCommandLines } from '../../fixtures/hostile-links.ts'

test('without flags and variables all is as usual', () => {
  expect(readStartOptions([], {})).toEqual({
    apiUrl: 'https://api.voice360.app/v3/voice',
    accountId: null,
    extension: null,
    userDataFolder: defaultUserDataFolder(process.platform, {}),
    webhookPort: null,
    secrets: 'auto',
    policyFile: null,
    simulatorUrl: null,
    hasKeysOnInput: false,
    isHidden: false,
    json: false,
    requests: []
  })
})

describe('variables', () => {
  test('say where the API, the account and the data are', () => {
    const options = readStartOptions([], {
      VOICE360_API_URL: 'http://127.0.0.1:4010/v3/voice//',
      VOICE360_ACCOUNT_ID: '61',
      VOICE360_EXTENSION: '0042',
      VOICE360_USER_DATA: '/tmp/companion',
      VOICE360_WEBHOOK_PORT: '0',
      VOICE360_SECRETS: 'memory',
      VOICE360_SIMULATOR_URL: 'http://127.0.0.1:4010',
      SOMETHING_ELSE: 'x'
    })
    expect(options).toMatchObject({
      apiUrl: 'http://127.0.0.1:4010/v3/voice',
      accountId: 61,
      extension: '0042',
      userDataFolder: '/tmp/companion',
      webhookPort: 0,
      secrets: 'memory',
      simulatorUrl: 'http://127.0.0.1:4010'
    })
  })

  test('that are empty are not set', () => {
    const empty = {
      VOICE360_API_URL: '',
      VOICE360_ACCOUNT_ID: '',
      VOICE360_EXTENSION: '',
      VOICE360_WEBHOOK_PORT: '',
      VOICE360_SECRETS: '',
      XDG_CONFIG_HOME: ''
    }
    expect(readStartOptions([], empty)).toEqual(readStartOptions([], {}))
  })

  test.each([
    ['VOICE360_API_URL', 'file:///etc/passwd'],
    ['VOICE360_API_URL', 'javascript:alert(1)'],
    ['VOICE360_API_URL', 'api.voice360.app'],
    ['VOICE360_ACCOUNT_ID', 'sixty-one'],
    ['VOICE360_ACCOUNT_ID', '-1'],
    ['VOICE360_ACCOUNT_ID', '6.1'],
    ['VOICE360_WEBHOOK_PORT', '65536'],
    ['VOICE360_WEBHOOK_PORT', 'any'],
    ['VOICE360_SIMULATOR_URL', 'here'],
    ['VOICE360_SECRETS', 'plain']
  ])('%s=%s stops the start and is named', (name, value) => {
    expect(() => readStartOptions([], { [name]: value })).toThrow(name)
  })
})

test('a file stands in for the computer’s policy in no packaged app', () => {
  const set = { VOICE360_POLICY: '/tmp/policy.json' }
  expect(readStartOptions([], set, { isPackaged: true }).policyFile).toBeNull()
  expect(readStartOptions([], set, { isPackaged: false }).policyFile).toBe('/tmp/policy.json')
})

describe('the command line', () => {
  test('can ask for a start without a window', () => {
    expect(readStartOptions(['--hidden'], {}).isHidden).toBe(true)
    expect(readStartOptions(['tel:+1', '--hidden'], {}).isHidden).toBe(false)
  })

  test('has two more flags', () => {
    expect(readStartOptions(['--json', '--key-stdin'], {})).toMatchObject({
      json: true,
      hasKeysOnInput: true
    })
    expect(readStartOptions(['--json=no', '--no-key-stdin'], {})).toMatchObject({
      json: false,
      hasKeysOnInput: false
    })
  })

  test('may hold links to open, among Chromium’s flags and other words; flags behind one are not ours', () => {
    const argv = [
      '--no-sandbox',
      '--user-data-dir=/tmp/x',
      'TEL:+12125550101',
      '-psn_0_12345',
      'https://example.com',
      '.',
      'sms:+12125550102?body=hi',
      '--key-stdin',
      '--json'
    ]
    expect(readStartOptions(argv, {})).toMatchObject({
      requests: [
        { kind: 'link', url: 'TEL:+12125550101' },
        { kind: 'link', url: 'sms:+12125550102?body=hi' }
      ],
      hasKeysOnInput: false,
      json: false
    })
  })

  test('may hold a number to dial, in as many words as it has', () => {
    expect(readStartOptions(['.', '--json', 'dial', '212', '555', '0101', '--key-stdin'], {})).toMatchObject({
      requests: [{ kind: 'dial', text: '212 555 0101' }],
      hasKeysOnInput: false,
      json: true
    })
  })

  test('is read the same, but for links, from 500 hostile ones', () => {
    for (const argv of hostileCommandLines) {
      const { requests: _requests, ...options } = readStartOptions(argv, {})
      const isFirst = (word: string) => /^(tel|sms|callto):/i.test(word)
      const own = argv.slice(0, argv.findIndex(isFirst))
      const { requests: _none, ...expected } = readStartOptions(own, {})
      expect(options).toEqual(expected)
    }
  })

  test('has no place for a key', () => {
    const options = readStartOptions(['--key', 'canary-key', '--api-key=canary-key', 'canary-key'], {
      VOICE360_API_KEY: 'canary-key'
    })
    expect(JSON.stringify(options)).not.toContain('canary')
  })
})

test.each([
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    join('C:\\Users\\ada\\AppData\\Roaming', 'Voice360 Companion')
  ],
  ['win32', {}, join(homedir(), 'AppData', 'Roaming', 'Voice360 Companion')],
  ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'Voice360 Companion')],
  ['linux', { XDG_CONFIG_HOME: '/home/ada/.xdg' }, join('/home/ada/.xdg', 'Voice360 Companion')],
  ['linux', {}, join(homedir(), '.config', 'Voice360 Companion')]
] as const)('the data lies where %s wants it (%o)', (platform, env, folder) => {
  expect(defaultUserDataFolder(platform, env)).toBe(folder)
})
