import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../../src/simulator/command-line.ts'

describe('parseCommandLine', () => {
  it('needs nothing', () => {
    expect(parseCommandLine([])).toEqual({
      ok: true,
      flags: { port: 0, seed: 1, users: 12, office: false, 'manual-clock': false, json: false, help: false }
    })
  })

  it('reads every flag', () => {
    const args =
      '--port 8360 --seed 7 --users 3 --developer-key K --office --manual-clock --json --help'.split(' ')
    expect(parseCommandLine(args)).toEqual({
      ok: true,
      flags: {
        port: 8360,
        seed: 7,
        users: 3,
        'developer-key': 'K',
        office: true,
        'manual-clock': true,
        json: true,
        help: true
      }
    })
  })

  it.for([['--prot', '1'], ['--port'], ['--port', 'http'], ['--port', '65536'], ['--users', '0'], ['stray']])(
    'refuses %o',
    (args) => {
      expect(parseCommandLine(args)).toMatchObject({
        ok: false,
        problem: expect.stringContaining(args[0] ?? '')
      })
    }
  )
})
