import { beforeEach, describe, expect, test } from 'vitest'
import type { MessageRecord, ThreadRecord } from '../../../../../src/main/core/messages/index.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { settled } from '../../../../fakes/manual-clock.ts'
import { myLine, type OpenedMessaging, openMessaging, theirNumber } from '../../../../fakes/open-messaging.ts'
import { messageRecord, threadRecord } from '../../../../fakes/sample-records.ts'
import { refusedWith } from '../../../../fakes/stub-api.ts'

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
  it.directory.setColleagues(new Map([[theirNumber, 'Anna Weber']]))
})

const inThread = { line: myLine, otherAddress: theirNumber, threadId: `${myLine}|${theirNumber}` }
function receive(message: Partial<MessageRecord> = {}, thread: Partial<ThreadRecord> = {}): void {
  const lastMessage = messageRecord({ ...inThread, atMs: it.clock.nowMs(), ...message })
  const described = it.messages.describeThread(threadRecord({ lastMessage, ...thread }))
  it.messageNotifications.messageReceived(it.messages.describe(lastMessage), described)
  it.messageNotifications.threadChanged(described)
}
const threadIs = (thread: Partial<ThreadRecord>) =>
  it.messageNotifications.threadChanged(
    it.messages.describeThread(threadRecord({ lastMessage: messageRecord(inThread), ...thread }))
  )
const standing = () =>
  it.notifications.filter((shown) => !shown.isTakenBack()).map(({ title, body }) => `${title}: ${body}`)

describe('a message that came in', () => {
  test('is told of with its text, and leads to writing an answer', () => {
    receive()
    expect(standing()).toEqual(['notification.messageFrom {"name":"Anna Weber"}: Hello'])
    it.notifications[0]?.onActivate()
    expect(it.toldOn('window:person-requested')).toEqual([{ address: theirNumber, compose: 'message' }])
  })

  test('is told of once, however often it is heard of', () => {
    receive()
    receive()
    expect(it.notifications).toHaveLength(1)
  })

  test('takes the place of the one before it in its thread, and says how many there are', () => {
    receive({ id: 'a', body: 'One' })
    receive({ id: 'b', body: 'Two' })
    receive({ id: 'c', body: 'Three' })
    receive({ id: 'd', body: 'Else', otherAddress: '+12125550102', threadId: 'another' })
    expect(standing()).toEqual([
      'notification.messages {"name":"Anna Weber","count":3}: Three',
      'notification.messageFrom {"name":"+1\u00a0212\u00a0555\u00a00102"}: Else'
    ])
  })

  test.each([
    ['the window can be seen', () => (it.world.isWindowVisible = true)],
    ['notifications are off', () => (it.world.settings = { ...defaultSettings, notifications: false })],
    ['it is quiet', () => (it.world.isQuiet = true)]
  ])('is not told of where %s', (_where, happen) => {
    happen()
    receive()
    expect(it.notifications).toEqual([])
  })

  test('is not told of later where it was heard of while it was quiet', () => {
    it.world.isQuiet = true
    receive()
    it.world.isQuiet = false
    receive()
    expect(it.notifications).toEqual([])
  })

  test('is not told of where it came in long after it was written', () => {
    receive({ atMs: it.clock.nowMs() - 10 * 60_000 })
    expect(it.notifications).toEqual([])
    receive({ id: 'fresher', atMs: it.clock.nowMs() - 9 * 60_000 })
    expect(it.notifications).toHaveLength(1)
  })

  test('is not told of in a muted thread, nor where it was read already', () => {
    receive({ id: 'a' }, { isMuted: true })
    receive({ id: 'b' }, { unreadCount: 0 })
    expect(it.notifications).toEqual([])
  })

  test('makes a sound unless that is off', () => {
    receive({ id: 'a' })
    it.world.settings = { ...defaultSettings, isMessageSoundOn: false }
    receive({ id: 'b' })
    expect(it.notifications.map(({ isSilent }) => isSilent)).toEqual([false, true])
  })

  test('tells no digits where those are masked', () => {
    it.world.settings = { ...defaultSettings, isMaskingDigits: true }
    receive({ otherAddress: '+12125550102' })
    expect(it.notifications[0]?.title).toContain('•••')
    expect(it.notifications[0]?.title).not.toMatch(/555|0102/)
  })

  test('shows what it is, whatever turns the writing around or controls a screen', () => {
    it.directory.setColleagues(new Map([[theirNumber, 'Anna\u202e rebeW\u0007']]))
    receive({ body: '\u2066pay\u0000 to\u202e 123\u001b[31m\nnow' })
    expect(standing()).toEqual(['notification.messageFrom {"name":"Anna rebeW"}: pay to 123[31m\nnow'])
  })
})

describe('what was told is taken back', () => {
  test('once its thread is read, and counting begins anew', () => {
    receive({ id: 'a' })
    receive({ id: 'b' })
    threadIs({ unreadCount: 0 })
    expect(standing()).toEqual([])
    receive({ id: 'c' })
    expect(standing()).toEqual(['notification.messageFrom {"name":"Anna Weber"}: Hello'])
  })

  test('once its thread is muted', () => {
    receive()
    threadIs({ isMuted: true })
    expect(standing()).toEqual([])
  })

  test('but not while another thread is read', () => {
    receive()
    threadIs({ id: 'another', unreadCount: 0 })
    expect(standing()).toHaveLength(1)
  })
})

describe('a reply in the notification', () => {
  const reply = async (text: string) => {
    it.notifications[0]?.reply?.onReply(text)
    await settled()
  }

  test('goes out once, from the line that was written to, and the thread is read', async () => {
    it.ledger.threads = [threadRecord({ lastMessage: messageRecord(inThread) })]
    receive()
    it.notifications[0]?.reply?.onReply(' On my way ')
    await reply(' On my way ')
    expect(it.requests).toEqual([{ from: myLine, to: theirNumber, message: 'On my way' }])
    expect(it.ledger.threads).toMatchObject([{ unreadCount: 0 }])
    expect(it.notifications).toHaveLength(1)
  })

  test('to one notification is another message than the same words to the next', async () => {
    receive({ id: 'a' })
    await reply('Yes')
    receive({ id: 'b' })
    it.notifications[1]?.reply?.onReply('Yes')
    await settled()
    expect(it.requests).toHaveLength(2)
  })

  test('of nothing sends nothing', async () => {
    receive()
    await reply(' \n ')
    expect(it.requests).toEqual([])
  })

  test.each([
    ['was not sent', () => (it.world.isSignedIn = false), 'dialing.signedOut'],
    [
      'was refused',
      () => (it.world.sendMessage = () => refusedWith({ kind: 'rejected', reason: 'no credit' })),
      'no credit'
    ]
  ])('that %s is told of and kept as a draft', async (_what, happen, reason) => {
    happen()
    receive()
    await reply('On my way')
    expect(standing().at(-1)).toMatch(/replyNotSent/)
    expect(standing().at(-1)).toContain(reason)
    expect(await it.drafts.list()).toMatchObject([
      { address: theirNumber, body: 'On my way', line: myLine, wasTried: false }
    ])
  })

  test('is kept beside what was being written', async () => {
    it.world.isSignedIn = false
    await it.drafts.save({ address: theirNumber, body: 'Dear', line: null, intentId: null, wasTried: false })
    receive()
    await reply('On my way')
    expect(await it.drafts.list()).toMatchObject([{ body: 'Dear\nOn my way' }])
  })

  test('that may have been sent is told of so, and is no draft to be sent again', async () => {
    it.world.sendMessage = () => refusedWith({ kind: 'timeout' })
    receive()
    await reply('On my way')
    expect(standing().at(-1)).toMatch(/replyMaybeSent/)
    expect(await it.drafts.list()).toEqual([])
  })
})
