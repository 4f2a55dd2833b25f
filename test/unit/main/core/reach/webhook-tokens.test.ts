import { beforeEach, describe, expect, it } from 'vitest'
import type { SecretStore } from '../../../../../src/main/core/ports.ts'
import { createWebhookTokens } from '../../../../../src/main/core/reach/webhook-tokens.ts'
import { createRedactor } from '../../../../../src/main/core/redact.ts'
import { webhookToken } from '../../../../../src/main/core/webhooks/index.ts'
import { InMemorySecretStore } from '../../../../../src/main/secrets/in-memory-secret-store.ts'
import { redactedSecretStore } from '../../../../../src/main/secrets/redacted-secret-store.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

let clock: ManualClock
let keychain: InMemorySecretStore

beforeEach(() => {
  clock = createManualClock()
  keychain = new InMemorySecretStore()
})

/** As after a start of the app. */
async function load(secrets: SecretStore = keychain) {
  const tokens = createWebhookTokens(secrets, clock)
  await tokens.load()
  return tokens
}
const valuesOf = (tokens: Awaited<ReturnType<typeof load>>) => tokens.valid().map(({ value }) => value)

/** A keychain that refuses to write or remove, at the given turns (0 is the next). */
function refusing(refusedTurns: readonly number[]): SecretStore {
  let turn = 0
  const change = (carryOut: () => Promise<void>): Promise<void> => {
    turn += 1
    return refusedTurns.includes(turn - 1) ? Promise.reject(new Error('locked')) : carryOut()
  }
  return {
    name: 'a keychain that refuses',
    isPersistent: true,
    read: (name) => keychain.read(name),
    write: (name, value) => change(() => keychain.write(name, value)),
    remove: (name) => change(() => keychain.remove(name))
  }
}

describe('the first token', () => {
  it('is made once, of 256 bits, and is the same after a restart', async () => {
    const tokens = await load()
    expect(Buffer.from(tokens.current().value, 'base64url')).toHaveLength(32)
    expect(tokens.valid()).toEqual([tokens.current()])
    expect(tokens.oldUntilMs()).toBeNull()
    expect((await load()).current()).toEqual(tokens.current())
    expect(await keychain.read('webhook-token')).toBe(tokens.current().value)
  })

  it('may be one that was there before', async () => {
    await keychain.write('webhook-token', 'kept')
    expect(valuesOf(await load())).toEqual(['kept'])
  })

  it('is not the empty one of an empty keychain entry, and none is taken before it is loaded', async () => {
    const tokens = createWebhookTokens(keychain, clock)
    expect(tokens.valid()).toEqual([])
    // As another program can leave it there; the app itself writes none.
    keychain.read = () => Promise.resolve('')
    await tokens.load()
    expect(tokens.current().value).toHaveLength(43)
  })

  it('does not count where the keychain refuses it', async () => {
    const tokens = createWebhookTokens(refusing([0]), clock)
    await expect(tokens.load()).rejects.toThrow('locked')
    expect(tokens.valid()).toEqual([])
    // Nor is there one before it, when it is made later.
    await tokens.replace()
    expect(tokens.valid()).toEqual([tokens.current()])
    expect(valuesOf(await load())).toEqual(valuesOf(tokens))
  })
})

describe('a replaced token', () => {
  it('is taken for 24 hours more, and the new one comes first', async () => {
    const tokens = await load()
    const before = tokens.current()
    await tokens.replace()
    expect(tokens.current().value).not.toBe(before.value)
    expect(tokens.valid()).toEqual([tokens.current(), before])
    expect(tokens.oldUntilMs()).toBe(clock.nowMs() + dayMs)
    await clock.advance(dayMs - 1)
    expect(tokens.valid()).toHaveLength(2)
    await clock.advance(1)
    expect(tokens.valid()).toEqual([tokens.current()])
    expect(tokens.oldUntilMs()).toBeNull()
  })

  it('is over for good, though the clock is set back', async () => {
    const tokens = await load()
    await tokens.replace()
    clock.sleep(dayMs)
    expect(tokens.valid()).toHaveLength(1)
    clock.sleep(-dayMs)
    expect(tokens.valid()).toHaveLength(1)
    expect(tokens.oldUntilMs()).toBeNull()
  })

  it('is taken after a restart for what is left of its day', async () => {
    const tokens = await load()
    await tokens.replace()
    const [untilMs, values] = [tokens.oldUntilMs(), valuesOf(tokens)]
    clock.sleep(20 * hourMs)
    const restarted = await load()
    expect(valuesOf(restarted)).toEqual(values)
    expect(restarted.oldUntilMs()).toBe(untilMs)
    await clock.advance(4 * hourMs)
    expect(valuesOf(restarted)).toEqual([values[0]])
    expect(valuesOf(await load())).toEqual([values[0]])
    expect(await keychain.read('webhook-token-old')).toBeNull()
  })

  it('stops at once where another is replaced meanwhile', async () => {
    const tokens = await load()
    const first = tokens.current().value
    await tokens.replace()
    const second = tokens.current().value
    await clock.advance(hourMs)
    await tokens.replace()
    expect(valuesOf(tokens)).toEqual([tokens.current().value, second])
    expect(tokens.oldUntilMs()).toBe(clock.nowMs() + dayMs)
    expect(valuesOf(await load())).not.toContain(first)
  })

  it('is replaced once by a double click, so that it is still taken', async () => {
    const tokens = await load()
    const before = tokens.current()
    await Promise.all([tokens.replace(), tokens.replace(), tokens.replace()])
    expect(tokens.valid()).toEqual([tokens.current(), before])
    expect(valuesOf(await load())).toEqual(valuesOf(tokens))
  })

  it('is gone where it is revoked while it is being replaced', async () => {
    const tokens = await load()
    await Promise.all([tokens.replace(), tokens.revokeOld()])
    expect(tokens.valid()).toEqual([tokens.current()])
    expect(valuesOf(await load())).toEqual(valuesOf(tokens))
  })

  it('stops at once where it is revoked', async () => {
    const tokens = await load()
    await tokens.replace()
    await tokens.revokeOld()
    expect(tokens.valid()).toEqual([tokens.current()])
    expect(tokens.oldUntilMs()).toBeNull()
    expect(valuesOf(await load())).toEqual(valuesOf(tokens))
    // Once more does nothing.
    await tokens.revokeOld()
    expect(tokens.valid()).toHaveLength(1)
  })
})

describe('a keychain that refuses', () => {
  it.each([
    ['the old one', [0]],
    ['the new one', [1]],
    ['the new one and to put things back', [1, 2]],
    ['the old one and to put things back', [0, 1]]
  ])('changes nothing: %s', async (_what, refusedTurns) => {
    const first = await load()
    await first.replace()
    await clock.advance(hourMs)
    const tokens = await load(refusing(refusedTurns))
    const [values, untilMs] = [valuesOf(tokens), tokens.oldUntilMs()]
    await expect(tokens.replace()).rejects.toThrow('locked')
    expect(valuesOf(tokens)).toEqual(values)
    expect(tokens.oldUntilMs()).toBe(untilMs)
    // What is entered in the portal is taken after a restart, and nothing that never was.
    const restarted = await load()
    expect(restarted.current().value).toBe(values[0])
    expect(values).toEqual(expect.arrayContaining(valuesOf(restarted)))
    // It can be tried again.
    await tokens.replace()
    expect(valuesOf(tokens)).toEqual([tokens.current().value, values[0]])
    expect(valuesOf(await load())).toEqual(valuesOf(tokens))
  })

  it('puts back what was there before', async () => {
    const first = await load()
    await first.replace()
    const tokens = await load(refusing([1]))
    await expect(tokens.replace()).rejects.toThrow('locked')
    const restarted = await load()
    expect(valuesOf(restarted)).toEqual(valuesOf(tokens))
    expect(restarted.oldUntilMs()).toBe(tokens.oldUntilMs())
  })

  it('revokes nothing', async () => {
    await (await load()).replace()
    const tokens = await load(refusing([0]))
    await expect(tokens.revokeOld()).rejects.toThrow('locked')
    expect(tokens.valid()).toHaveLength(2)
    expect(tokens.oldUntilMs()).not.toBeNull()
  })
})

describe('an old token in the keychain', () => {
  const recent = (value: unknown, agoMs = 0): string =>
    JSON.stringify([value, (clock.nowMs() - agoMs).toString(36)])

  it.each([
    ['no JSON', () => '["a",'],
    ['nothing', () => ' '],
    ['null', () => 'null'],
    ['an object', () => '{"value":"a","replacedAtMs":1}'],
    ['no time', () => '["a"]'],
    ['a time that is none', () => '["a","!"]'],
    ['a number for a time', () => `["a",${clock.nowMs()}]`],
    ['more than there should be', () => recent('a').replace(']', ',1]')],
    ['no value', () => recent('')],
    ['a value that is no text', () => recent({})],
    ['a time long past', () => recent('a', dayMs)],
    ['a time far ahead', () => recent('a', -dayMs - 1)],
    ['the current one, of a replacement that broke off', () => recent('current')]
  ])('is dropped where it is broken: %s', async (_what, text) => {
    await keychain.write('webhook-token', 'current')
    await keychain.write('webhook-token-old', text())
    const tokens = await load()
    expect(tokens.valid()).toEqual([webhookToken('current')])
    expect(tokens.oldUntilMs()).toBeNull()
    expect(await keychain.read('webhook-token-old')).toBeNull()
  })

  it('that is broken and cannot be removed is no reason not to start', async () => {
    await keychain.write('webhook-token', 'current')
    await keychain.write('webhook-token-old', 'broken')
    expect(valuesOf(await load(refusing([0])))).toEqual(['current'])
  })

  it('is taken where it is whole', async () => {
    await keychain.write('webhook-token', 'current')
    await keychain.write('webhook-token-old', recent('before', hourMs))
    expect(valuesOf(await load())).toEqual(['current', 'before'])
  })

  it('never shows in the log, which still shows times and words', async () => {
    const tokens = await load()
    const old = tokens.current().value
    await tokens.replace()
    const redactor = createRedactor()
    await load(redactedSecretStore(keychain, redactor))
    const line = `${clock.nowMs()} "value": replaced at ${new Date(clock.nowMs()).toISOString()}`
    expect(redactor.redact(line)).toBe(line)
    for (let start = 0; start + 8 <= old.length; start += 1)
      expect(redactor.redact(`/${old.slice(start, start + 8)}/`)).not.toContain(old.slice(start, start + 8))
  })
})
