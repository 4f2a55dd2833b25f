import { describe, expect, test } from 'vitest'
import { parseCommandLine } from '../../../src/relay/command-line.ts'

const read = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '))

describe('The command line', () => {
  test.each([
    ['--config c.json', { kind: 'run', config: 'c.json' }],
    ['--config c.json --check', { kind: 'check', config: 'c.json' }],
    ['--help', { kind: 'help' }],
    ['init --out d', { kind: 'init', out: 'd', account: 1, region: 'US', servers: [] }],
    [
      'invite --config c.json --extension 1001 --queue a --queue b --line +1 --team-wide --no-shared-work --days 3',
      {
        kind: 'invite',
        extension: '1001',
        account: null,
        queues: ['a', 'b'],
        lines: ['+1'],
        isTeamWide: true,
        presence: 'online-only',
        sharesWork: false,
        days: 3,
        hasPassword: false
      }
    ]
  ])('%s', (line, command) => {
    expect(read(line)).toMatchObject({ ok: true, value: command })
  })

  test.each([
    ['', '--config FILE is missing.'],
    ['init', '--out DIR is missing.'],
    ['invite --config c.json', '--extension NUMBER is missing.'],
    ['invite --config c.json --extension x', '--extension: two to six digits'],
    ['invite --config c.json --extension 1001 --days 0', '--days: '],
    ['invite --config c.json --extension 1001 --presence all', '--presence: '],
    ['start --config c.json', 'There is no command "start".'],
    ['init more --out d', '"more" is not understood.'],
    ['--verbose', "Unknown option '--verbose'"]
  ])('%s is not understood, and it is said why', (line, message) => {
    const parsed = read(line)
    expect(parsed.ok ? 'understood' : parsed.failure.message).toContain(message)
  })
})
