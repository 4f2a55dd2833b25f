import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFactReader } from '../../../src/main/core/fact-reader.ts'
import { type EventScope, eventSubject } from '../../../src/main/core/team/index.ts'
import { completeScope, noScope, scopeOf } from '../../../src/relay/events/event-scope.ts'
import { eventNames } from '../../../src/shared/domain/event-name.ts'
import { webhookEvent } from '../../fakes/webhook-samples.ts'

const mine = '+15559876543'
const theirs = '+15551234567'
const readerWith = (...lines: readonly string[]) => ({
  ...createFactReader({ region: 'US', aliases: { queueName: ['skill'] } }),
  lines: new Set(lines)
})
const scope = (name: string, metadata: Readonly<Record<string, unknown>>, ...lines: readonly string[]) =>
  scopeOf(webhookEvent(name, metadata), readerWith(...lines))

describe('Whom an event is about', () => {
  test.each([
    ['INCOMING_EXTERNAL_CALL', { from: theirs, to: '(555) 987-6543' }, mine],
    ['SMS_RECEIVED', { message_id: 'm', from: theirs, to: mine }, mine],
    ['SMS_SENT', { message_id: 'm', from: mine, to: theirs }, mine],
    ['SMS_DELIVERED', { message_id: 'm', from: mine, to: theirs }, mine],
    ['USER_DIAL', { extension: '1001', from: mine, to: theirs }, mine],
    ['USER_DIAL', { extension: '1001', from: '1001', to: theirs }, null],
    ['USER_DIAL', { extension: '1001', from: '1001', to: '1002' }, '1002'],
    ['USER_DIAL', { extension: '1001', from: mine, to: '1002' }, '1002'],
    ['USER_ANSWER', { call_id: 'c', to: '1002' }, '1002'],
    ['CALL_ENDED', { call_id: 'c', from: 'Anonymous', to: '*97' }, null]
  ])('%s of %j has the line %s', (name, metadata, line) => {
    expect(scope(name, metadata).line).toBe(line)
  })

  test('is the account’s own number where those are known, whatever the direction', () => {
    expect(scope('USER_HANGUP', { from: mine, to: theirs }, mine)).toMatchObject({
      line: mine,
      isLineGuessed: false
    })
    expect(scope('USER_HANGUP', { from: mine, to: theirs })).toMatchObject({
      line: theirs,
      isLineGuessed: true
    })
    expect(scope('INCOMING_EXTERNAL_CALL', { from: theirs, to: mine }, theirs)).toMatchObject({
      line: theirs
    })
  })

  test('is read by this account’s own names of fields, also of an event that nobody knows', () => {
    expect(scope('VOICEMAIL_LEFT', { user: '1001', skill: 'Help', call_id: 7 })).toEqual({
      callId: '7',
      beginsCall: false,
      extension: '1001',
      queueName: 'Help',
      line: null,
      isLineGuessed: true
    })
  })

  test('is no extension where a name stands for one', () => {
    expect(scope('USER_ANSWER', { call_id: 'c', user: 'John Smith' }).extension).toBeNull()
  })
})

describe('What an event leaves out', () => {
  const earlier: EventScope = { extension: '1001', queueName: 'Help', line: mine }

  test('is what its call has told before', () => {
    expect(completeScope(scope('CALL_ENDED', { call_id: 'c' }), earlier)).toEqual(earlier)
    expect(completeScope(scope('USER_ANSWER', { call_id: 'c', extension: '1002' }), earlier)).toEqual({
      ...earlier,
      extension: '1002'
    })
  })

  test('and what it only seems to say, too', () => {
    const hungUp = scope('USER_HANGUP', { call_id: 'c', from: mine, to: theirs })
    expect(completeScope(hungUp, earlier).line).toBe(mine)
    expect(completeScope(hungUp, noScope).line).toBe(theirs)
    expect(completeScope(scope('INCOMING_EXTERNAL_CALL', { to: theirs }), earlier).line).toBe(theirs)
  })
})

test('whatever an event says, its subject has the same parts, and what is known of a call is never lost', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('1001', mine, 'a.b', '*', '>', '-', ' ')
  )
  const metadata = fc.record(
    { call_id: text, extension: text, queue: text, from: text, to: text },
    { requiredKeys: [] }
  )
  const known = fc.record({ extension: fc.constant('1001'), queueName: text, line: fc.constant(mine) })
  fc.assert(
    fc.property(fc.constantFrom(...eventNames, 'OTHER'), metadata, known, (name, fields, earlier) => {
      const told = scope(name, fields, mine)
      const complete = completeScope(told, earlier)
      expect(eventSubject(61, name, complete)).toMatch(/^61\.[\w]+(\.[\w=-]+){3}$/)
      expect(Object.values(complete)).not.toContain(null)
      // To complete it again adds nothing.
      expect(completeScope({ ...told, ...complete, isLineGuessed: false }, earlier)).toEqual(complete)
      expect(completeScope(told, complete)).toEqual(complete)
    })
  )
})
