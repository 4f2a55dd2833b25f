import { beforeEach, describe, expect, test } from 'vitest'
import { type Announcer, createAnnouncer } from '../../../../src/main/core/announcer.ts'
import { describeCall } from '../../../../src/main/core/calls/describe-call.ts'
import { createCarryOut } from '../../../../src/main/core/carry-out.ts'
import { createDirectory } from '../../../../src/main/core/contacts/index.ts'
import { createLines, createMessagesService } from '../../../../src/main/core/messages/index.ts'
import { type LedgerChanges, noChanges } from '../../../../src/main/core/ports.ts'
import type { Call } from '../../../../src/shared/domain/call.ts'
import { defaultSettings, type Settings } from '../../../../src/shared/domain/settings.ts'
import { InMemoryLedger } from '../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'
import { anna } from '../../../fakes/sample-office.ts'
import { callRecord, messageRecord, threadRecord } from '../../../fakes/sample-records.ts'
import { textByKey } from '../../../fakes/text-by-key.ts'

interface Notification {
  readonly title: string
  readonly body: string
  readonly onActivate: () => void
}

let settings: Settings
let isWindowVisible: boolean
let windowShownCount: number
let published: (readonly [string, unknown])[]
let notifications: Notification[]
let poppedUp: Call[]
let notifiedOf: Call[]
let removed: string[]
let isQuiet: boolean
let announcer: Announcer

beforeEach(() => {
  settings = defaultSettings
  isWindowVisible = false
  windowShownCount = 0
  published = []
  notifications = []
  poppedUp = []
  notifiedOf = []
  removed = []
  isQuiet = false
  const ledger = new InMemoryLedger()
  const directory = createDirectory(textByKey)
  const clock = createManualClock()
  const publish = () => {}
  announcer = createAnnouncer({
    host: {
      pages: { publish: (channel, payload) => void published.push([channel, payload]) },
      notifier: { notify: (notification) => void notifications.push(notification) },
      mainWindow: { show: () => void (windowShownCount += 1), isVisible: () => isWindowVisible }
    },
    calls: {
      describe: (record) => describeCall(record, { extension: '1001', myLines: null }, directory)
    },
    messages: createMessagesService({
      ledger,
      directory,
      lines: createLines(() => 'US', textByKey),
      api: () => null,
      region: () => 'US',
      clock,
      t: textByKey,
      carryOut: createCarryOut({ ledger, clock, log: createRecordingLog(), t: textByKey, publish }),
      publish
    }),
    popup: {
      callChanged: (changed) => void poppedUp.push(changed),
      callRemoved: (id) => void removed.push(id)
    },
    callNotifications: { callChanged: (changed) => void notifiedOf.push(changed) },
    settings: () => settings,
    isQuiet: () => isQuiet,
    t: textByKey
  })
})

const announce = (changes: Partial<LedgerChanges>): void => announcer.announce({ ...noChanges, ...changes })
const unread = { messages: [messageRecord()], threads: [threadRecord()] }

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
    expect(removed).toEqual(['a'])
    expect(announcer.ringingCount()).toBe(0)
  })
})

describe('a message that came in', () => {
  test('goes to the pages with its thread, and is told of', () => {
    announce(unread)
    expect(published).toMatchObject([
      ['messages:message-changed', { id: 'message-1', body: 'Hello' }],
      ['messages:thread-changed', { unreadCount: 1, other: { address: anna.address } }]
    ])
    expect(notifications).toMatchObject([
      { title: 'notification.messageFrom {"name":"+1\u00a0555\u00a0123\u00a04567"}', body: 'Hello' }
    ])
    notifications[0]?.onActivate()
    expect(published.at(-1)).toEqual(['window:person-requested', { address: anna.address, compose: true }])
  })

  test('is told of once, however often it is heard of', () => {
    announce(unread)
    announce(unread)
    expect(notifications).toHaveLength(1)
  })

  test('is not told of where the window can be seen, then or later', () => {
    isWindowVisible = true
    announce(unread)
    isWindowVisible = false
    announce(unread)
    expect(notifications).toEqual([])
  })

  test('is not told of where notifications are off', () => {
    settings = { ...defaultSettings, notifications: false }
    announce(unread)
    expect(notifications).toEqual([])
    expect(published).toHaveLength(2)
  })

  test('is not told of while it is quiet, then or later', () => {
    isQuiet = true
    announce(unread)
    isQuiet = false
    announce(unread)
    expect(notifications).toEqual([])
  })

  test('tells no digits where those are masked', () => {
    settings = { ...defaultSettings, isMaskingDigits: true }
    announce(unread)
    expect(notifications[0]?.title).toBe('notification.messageFrom {"name":"+1\u00a0•••\u00a0•••\u00a0••67"}')
  })

  test('is not told of when it was read already', () => {
    announce({ messages: [messageRecord()], threads: [threadRecord({ unreadCount: 0 })] })
    expect(notifications).toEqual([])
  })
})

test('a message of mine is not told of, even in a thread with unread ones', () => {
  announce({ messages: [messageRecord({ direction: 'out', state: 'accepted' })], threads: [threadRecord()] })
  expect(published).toHaveLength(2)
  expect(notifications).toEqual([])
})
