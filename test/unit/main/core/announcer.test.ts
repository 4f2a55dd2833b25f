import { beforeEach, describe, expect, test } from 'vitest'
import { type Announcer, createAnnouncer } from '../../../../src/main/core/announcer.ts'
import { describeCall } from '../../../../src/main/core/calls/describe-call.ts'
import { type LedgerChanges, noChanges } from '../../../../src/main/core/ports.ts'
import type { Call } from '../../../../src/shared/domain/call.ts'
import { openMessaging } from '../../../fakes/open-messaging.ts'
import { anna } from '../../../fakes/sample-office.ts'
import { callRecord, messageRecord, threadRecord } from '../../../fakes/sample-records.ts'

let published: (readonly [string, unknown])[]
let poppedUp: Call[]
let notifiedOf: Call[]
let removed: string[]
let toldOfMessages: string[]
let announcer: Announcer

beforeEach(async () => {
  published = []
  poppedUp = []
  notifiedOf = []
  removed = []
  toldOfMessages = []
  const { messages, directory } = await openMessaging()
  announcer = createAnnouncer({
    host: { pages: { publish: (channel, payload) => void published.push([channel, payload]) } },
    calls: {
      describe: (record) => describeCall(record, { extension: '1001', myLines: null }, directory, false)
    },
    messages,
    drafts: { sent: ({ address }) => void published.push(['draft sent', address]) },
    popup: {
      callChanged: (changed) => void poppedUp.push(changed),
      callRemoved: (id) => void removed.push(`popup ${id}`)
    },
    callNotifications: {
      callChanged: (changed) => void notifiedOf.push(changed),
      callRemoved: (id) => void removed.push(`notification ${id}`)
    },
    messageNotifications: {
      messageReceived: ({ body }, { unreadCount }) =>
        void toldOfMessages.push(`${body}, ${unreadCount} unread`),
      threadChanged: ({ unreadCount }) => void toldOfMessages.push(`${unreadCount} unread`)
    }
  })
})

const announce = (changes: Partial<LedgerChanges>): void => announcer.announce({ ...noChanges, ...changes })

describe('a call that changed', () => {
  test('goes to the pages, to the pop-up and to the notifications', () => {
    announce({ calls: [callRecord({ id: 'a' }), callRecord({ id: 'b', extensions: ['1002'] })] })
    expect(published).toMatchObject([
      ['calls:call-changed', { id: 'a', isMine: true }],
      ['calls:call-changed', { id: 'b', isMine: false }]
    ])
    expect(poppedUp.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(notifiedOf).toEqual(poppedUp)
  })

  test('counts as ringing while it rings at mine', () => {
    announce({ calls: [callRecord({ id: 'a' }), callRecord({ id: 'b', extensions: ['1002'] })] })
    expect(announcer.ringingCount()).toBe(1)
    announce({ calls: [callRecord({ id: 'a' })] })
    expect(announcer.ringingCount()).toBe(1)
    announce({ calls: [callRecord({ id: 'a', state: 'missed' })] })
    expect(announcer.ringingCount()).toBe(0)
  })

  test('and turned out to be part of another one is gone everywhere', () => {
    announce({ calls: [callRecord({ id: 'a' })] })
    announce({ removedCallIds: ['a'] })
    expect(published.at(-1)).toEqual(['calls:call-removed', { id: 'a' }])
    expect(removed).toEqual(['popup a', 'notification a'])
    expect(announcer.ringingCount()).toBe(0)
  })
})

describe('a message that came in', () => {
  test('goes to the pages with its thread, and to the notifications before its thread', () => {
    announce({ messages: [messageRecord()], threads: [threadRecord()] })
    expect(published).toMatchObject([
      ['messages:message-changed', { id: 'message-1', body: 'Hello' }],
      ['messages:thread-changed', { unreadCount: 1, other: { address: anna.address } }]
    ])
    expect(toldOfMessages).toEqual(['Hello, 1 unread', '1 unread'])
  })

  test('and turned out to be part of another one is gone from the pages', () => {
    announce({ removedMessages: [{ id: 'message-1', threadId: 'thread-1' }] })
    expect(published).toEqual([['messages:message-removed', { id: 'message-1', threadId: 'thread-1' }]])
  })
})

test('a message of mine is not told of, even in a thread with unread ones', () => {
  announce({ messages: [messageRecord({ direction: 'out', state: 'accepted' })], threads: [threadRecord()] })
  expect(published).toHaveLength(2)
  expect(toldOfMessages).toEqual(['1 unread'])
})

test('a draft that went out is told of as sent', () => {
  announce({
    sentDrafts: [{ address: anna.address, body: 'Hi', line: null, intentId: null, wasTried: false }]
  })
  expect(published).toEqual([['draft sent', anna.address]])
})
