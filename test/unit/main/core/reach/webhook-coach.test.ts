import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WebhookSighting } from '../../../../../src/main/core/ports.ts'
import { type CoachFacts, coachOf } from '../../../../../src/main/core/reach/webhook-coach.ts'
import { type EventName, eventNames } from '../../../../../src/shared/domain/event-name.ts'
import {
  type WebhookRemark,
  type WebhookRow,
  webhookCoachSchema
} from '../../../../../src/shared/domain/webhook-coach.ts'

const nowMs = Date.UTC(2026, 0, 15, 10, 30)
const hourMs = 3_600_000

const sighting = (change: Partial<WebhookSighting> = {}): WebhookSighting => ({
  name: 'USER_ANSWER',
  count: 3,
  lastAtMs: nowMs - hourMs,
  method: 'POST',
  accountId: '61',
  tokenId: 'now',
  notUnderstood: null,
  fields: ['call_id', 'from_number', 'timestamp'],
  ...change
})

const coach = (sightings: readonly WebhookSighting[], change: Partial<CoachFacts> = {}) =>
  coachOf({
    sightings,
    accountId: 61,
    currentTokenId: 'now',
    addressChangedAtMs: null,
    aliases: {},
    nowMs,
    ...change
  })
const rowOf = (name: EventName, ...facts: Parameters<typeof coach>): WebhookRow | undefined =>
  coach(...facts).rows.find((row) => row.name === name)

describe('the coach', () => {
  it('has a row for each event type, which waits for its first event', () => {
    const { rows, unknownNames } = coach([])
    expect(rows.map(({ name }) => name)).toEqual(eventNames)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['waiting']))
    expect(unknownNames).toEqual([])
  })

  const cases: readonly [
    what: string,
    seen: Partial<WebhookSighting>,
    facts: Partial<CoachFacts>,
    state: WebhookRow['state'],
    remarks: readonly WebhookRemark[]
  ][] = [
    ['a good event', {}, {}, 'arriving', []],
    ['72 hours without one', { lastAtMs: nowMs - 72 * hourMs }, {}, 'arriving', []],
    ['more than 72 hours without one', { lastAtMs: nowMs - 72 * hourMs - 1 }, {}, 'silent', []],
    ['another account', { accountId: '62' }, {}, 'problem', [{ kind: 'other-account', accountId: '62' }]],
    ['another account while nobody is signed in', { accountId: '62' }, { accountId: null }, 'arriving', []],
    ['no account', { accountId: null }, {}, 'arriving', []],
    ['a GET', { method: 'GET' }, {}, 'arriving', [{ kind: 'sent-by-get' }]],
    [
      'one that was not understood',
      { notUnderstood: 'why', fields: ['anruf'] },
      {},
      'problem',
      [
        { kind: 'not-understood', why: 'why' },
        { kind: 'unknown-fields', fields: ['anruf'] }
      ]
    ],
    [
      'unknown fields',
      { fields: ['call_id', 'colour', 'direction', 'mood'] },
      {},
      'arriving',
      [{ kind: 'unknown-fields', fields: ['colour', 'mood'] }]
    ],
    [
      'fields that the user has named',
      { fields: ['anruf', 'ziel'] },
      { aliases: { callId: ['anruf'], to: ['ziel'] } },
      'arriving',
      []
    ],
    ['the secret from before', { tokenId: 'before' }, {}, 'arriving', [{ kind: 'old-address' }]],
    ['a secret that nobody kept', { tokenId: '' }, {}, 'arriving', []],
    [
      'nothing since the address changed',
      {},
      { addressChangedAtMs: nowMs - 1 },
      'problem',
      [{ kind: 'before-address-change' }]
    ],
    ['something since the address changed', {}, { addressChangedAtMs: nowMs - 2 * hourMs }, 'arriving', []],
    [
      'a problem of long ago',
      { accountId: '62', lastAtMs: 0 },
      {},
      'problem',
      [{ kind: 'other-account', accountId: '62' }]
    ]
  ]
  it.each(cases)('after %s', (_what, seen, facts, state, remarks) => {
    const last = sighting(seen)
    expect(rowOf('USER_ANSWER', [last], facts)).toEqual({
      name: 'USER_ANSWER',
      state,
      lastAtMs: last.lastAtMs,
      count: 3,
      remarks
    })
  })

  it('counts names of any case together, and looks at the last', () => {
    const sightings = [
      sighting({ name: 'user_answer', count: 2, lastAtMs: nowMs - 5, method: 'GET' }),
      sighting({ name: 'USER_ANSWER', count: 4, lastAtMs: nowMs - 9 })
    ]
    const row = { state: 'arriving', lastAtMs: nowMs - 5, count: 6, remarks: [{ kind: 'sent-by-get' }] }
    expect(rowOf('USER_ANSWER', sightings)).toMatchObject(row)
    expect(rowOf('USER_ANSWER', sightings.toReversed())).toMatchObject(row)
  })

  it('tells of the twenty unknown names that came last', () => {
    const names = Array.from({ length: 25 }, (_, index) =>
      sighting({ name: `VOICEMAIL_${index}`, count: index + 1, lastAtMs: nowMs - index })
    )
    const { unknownNames, rows } = coach(names.toReversed())
    expect(unknownNames).toHaveLength(20)
    expect(unknownNames[0]).toEqual({ name: 'VOICEMAIL_0', count: 1, lastAtMs: nowMs })
    expect(unknownNames.at(-1)?.name).toBe('VOICEMAIL_19')
    expect(rows.every(({ state }) => state === 'waiting')).toBe(true)
  })

  it('loses no delivery, whatever came', () => {
    const anySighting = fc.record<WebhookSighting>({
      name: fc.oneof(fc.constantFrom(...eventNames), fc.constantFrom('call_ended', 'Sms_Sent'), fc.string()),
      count: fc.integer({ min: 1, max: 1_000_000 }),
      lastAtMs: fc.integer({ min: 0, max: nowMs + hourMs }),
      method: fc.constantFrom('GET', 'POST'),
      accountId: fc.option(fc.string()),
      tokenId: fc.constantFrom('', 'now', 'before'),
      notUnderstood: fc.option(fc.string()),
      fields: fc.array(fc.oneof(fc.string(), fc.constantFrom('call_id', '__proto__', 'constructor')))
    })
    const anyFacts = fc.record({
      accountId: fc.option(fc.integer()),
      addressChangedAtMs: fc.option(fc.integer({ min: 0, max: nowMs }))
    })
    const unique = fc.uniqueArray(anySighting, { selector: ({ name }) => name, maxLength: 18 })
    fc.assert(
      fc.property(unique, anyFacts, (sightings, facts) => {
        const found = coach(sightings, facts)
        webhookCoachSchema.parse({ ...found, canSendTest: false })
        const counts = [...found.rows, ...found.unknownNames].map(({ count }) => count)
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0)
        expect(sum(counts)).toBe(sum(sightings.map(({ count }) => count)))
        for (const { state, count, remarks } of found.rows) {
          expect(state === 'waiting').toBe(count === 0)
          expect(state === 'problem' && remarks.length === 0).toBe(false)
          expect(new Set(remarks.map(({ kind }) => kind)).size).toBe(remarks.length)
        }
        // The order in which they are listed says nothing, where no two were last seen in the same moment.
        const apart = sightings.map((each, index) => ({ ...each, lastAtMs: each.lastAtMs * 20 + index }))
        expect(coach(apart.toReversed(), facts)).toEqual(coach(apart, facts))
      })
    )
  })
})
