import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chosenKinds,
  draftOf,
  readDraft,
  type TunnelDraft
} from '../../../../../src/renderer/features/reach/tunnel-draft.ts'
import { type TunnelChoice, tunnelChoiceSchema } from '../../../../../src/shared/domain/tunnel.ts'

const empty = draftOf('own-url', { kind: 'none' })
const ssh: TunnelDraft = {
  ...empty,
  destination: ' me@server.example ',
  port: '',
  remotePort: '36036',
  url: 'https://calls.example.com/v360/'
}
const problemsOf = (read: ReturnType<typeof readDraft>) => (read.ok ? {} : read.problems)

it('reads what was typed as the choice it means', () => {
  expect(readDraft('ssh', ssh, null)).toEqual({
    ok: true,
    choice: {
      kind: 'ssh',
      destination: 'me@server.example',
      port: null,
      remotePort: 36_036,
      url: 'https://calls.example.com/v360'
    },
    secret: null
  })
  expect(readDraft('cloudflared-quick', empty, null)).toEqual({
    ok: true,
    choice: { kind: 'cloudflared-quick' },
    secret: null
  })
})

it('says at each field what is wrong with it', () => {
  expect(
    problemsOf(readDraft('ssh', { ...ssh, destination: '-oProxyCommand=x', port: '22a', url: '' }, null))
  ).toEqual({
    destination: 'reach.problem.destination',
    port: 'reach.problem.port',
    url: 'reach.problem.noUrl'
  })
  expect(problemsOf(readDraft('own-url', { ...empty, url: 'http://calls.example.com' }, null))).toEqual({
    url: 'reach.problem.url'
  })
  expect(problemsOf(readDraft('ssh', { ...ssh, remotePort: '' }, null))).toEqual({
    remotePort: 'reach.problem.port'
  })
  expect(problemsOf(readDraft('ngrok', { ...empty, secret: 'x', domain: 'https://a.app' }, false))).toEqual({
    domain: 'reach.problem.domain'
  })
})

describe('the secret', () => {
  const named = { ...empty, url: 'https://calls.example.com' }

  it('is asked for where none is kept', () => {
    expect(problemsOf(readDraft('cloudflared-named', named, false))).toEqual({
      secret: 'reach.problem.noSecret'
    })
  })

  it('is left as it is where one is kept and none was typed', () => {
    expect(readDraft('cloudflared-named', named, true)).toMatchObject({ ok: true, secret: null })
    expect(readDraft('cloudflared-named', { ...named, secret: ' new ' }, true)).toMatchObject({
      ok: true,
      secret: 'new'
    })
  })

  it('never goes along with a way that needs none, nor into the choice', () => {
    expect(readDraft('own-url', { ...named, secret: 'left over' }, null)).toEqual({
      ok: true,
      choice: { kind: 'own-url', url: 'https://calls.example.com' },
      secret: null
    })
  })
})

it('begins with what is in use, and reads it back as it was', () => {
  const choices: readonly TunnelChoice[] = [
    { kind: 'own-url', url: 'https://a.example.com' },
    { kind: 'cloudflared-quick' },
    { kind: 'cloudflared-named', url: 'https://a.example.com/path' },
    { kind: 'ngrok', domain: '' },
    { kind: 'ssh', destination: 'host', port: 2_222, remotePort: 9_000, url: 'https://a.example.com' }
  ]
  for (const choice of choices) {
    if (choice.kind === 'none') continue
    const { kind } = choice
    expect(readDraft(kind, draftOf(kind, choice), kind === 'own-url' ? null : true)).toMatchObject({
      ok: true,
      choice
    })
  }
})

it('lets through nothing that the contract would refuse', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('', 'https://a.example.com', '22', 'host'))
  const draft = fc.record({
    url: text,
    secret: text,
    domain: text,
    destination: text,
    port: text,
    remotePort: text
  })
  fc.assert(
    fc.property(fc.constantFrom(...chosenKinds), draft, (kind, typed) => {
      const read = readDraft(kind, typed, null)
      const isTaken = read.ok && tunnelChoiceSchema.safeParse(read.choice).success
      expect(isTaken || Object.keys(problemsOf(read)).length > 0).toBe(true)
    })
  )
})
