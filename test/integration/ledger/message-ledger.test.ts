import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MessageIntent } from '../../../src/main/core/intent.ts'
import type { DraftRecord, ScheduledRecord } from '../../../src/main/core/messages/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const anna = '+15551234567'
const ben = '+15557654321'
const thread = `${line}|${anna}`
const allOf = { before: null, limit: 100 }

let folder: string
let ledger: OpenedLedger
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  ledger = await openTestLedger({ file: join(folder, 'ledger.db') })
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
})

async function restart(): Promise<void> {
  await ledger.close()
  ledger = await openTestLedger({ file: join(folder, 'ledger.db') })
}

const receive = async (body: string, afterSeconds = 0, from = anna, hasId = true) => {
  const fields = { from_number: from, to_number: line, body }
  const id = hasId ? { message_id: `${from}-${body}-${afterSeconds}` } : {}
  return (await ledger.appendEvent(webhookEvent('SMS_RECEIVED', { ...fields, ...id }, afterSeconds))).changes
}
const tellSent = (messageId: string | null, afterSeconds: number, name = 'SMS_SENT') => {
  const numbers = { from_number: line, to_number: anna, body: 'Hello' }
  const fields = messageId === null ? numbers : { ...numbers, message_id: messageId }
  return ledger.appendEvent(webhookEvent(name, fields, afterSeconds))
}
const intent: MessageIntent = {
  kind: 'message',
  id: 'i1',
  createdAtMs: sampleTimeMs,
  line,
  to: anna,
  body: 'Hello'
}

describe('a thread', () => {
  it('is muted and archived until that is taken back, also after a restart', async () => {
    await receive('Hello')
    expect(await ledger.markThread(thread, { isMuted: true })).toMatchObject({
      isMuted: true,
      isArchived: false,
      unreadCount: 1
    })
    await ledger.markThread(thread, { isArchived: true })
    await restart()
    expect(await ledger.listThreads()).toMatchObject([{ isMuted: true, isArchived: true }])
    expect(await ledger.markThread(thread, { isMuted: false })).toMatchObject({
      isMuted: false,
      isArchived: true
    })
  })

  it('counts with the others as long as it is not muted, read or not', async () => {
    expect(await ledger.countUnreadMessages()).toBe(0)
    await receive('Hello')
    await receive('Are you there?', 1)
    await receive('Hello', 2, ben)
    expect(await ledger.countUnreadMessages()).toBe(3)
    await ledger.markThread(`${line}|${ben}`, { isMuted: true })
    expect(await ledger.countUnreadMessages()).toBe(2)
    await ledger.markThread(thread, { isRead: true })
    expect(await ledger.countUnreadMessages()).toBe(0)
  })

  it('comes out of the archive with what is received, not with what is sent, told again or imported', async () => {
    await receive('Hello')
    const archive = () => ledger.markThread(thread, { isArchived: true })
    await archive()
    await ledger.addIntent(intent)
    await receive('Hello', 0, anna, false)
    await ledger.importMessages([
      { messageId: null, line, otherAddress: anna, direction: 'in', body: 'Old', state: 'received', atMs: 1 }
    ])
    expect(await ledger.listThreads()).toMatchObject([{ isArchived: true }])
    expect((await receive('News', 60)).threads).toMatchObject([{ isArchived: false, unreadCount: 2 }])
    await archive()
    await ledger.markThread(thread, { isMuted: true })
    expect((await receive('More', 70)).threads).toMatchObject([
      { isArchived: true, isMuted: true, unreadCount: 3 }
    ])
  })

  it('is marked as unread with one message at least, and counts on from there', async () => {
    await receive('Hello')
    await receive('Again', 1)
    expect(await ledger.markThread(thread, { isRead: false })).toMatchObject({ unreadCount: 2 })
    await ledger.markThread(thread, { isRead: true })
    expect(await ledger.markThread(thread, { isRead: false })).toMatchObject({ unreadCount: 1 })
    expect((await receive('News', 60)).threads).toMatchObject([{ unreadCount: 2 }])
    expect(await ledger.markThread(thread, { isRead: true })).toMatchObject({ unreadCount: 0 })
  })

  it('counts a message once, however often it is told, and not again once it was read', async () => {
    const again = (afterSeconds: number) => {
      const event = webhookEvent('SMS_RECEIVED', {
        message_id: 'm1',
        from_number: anna,
        to_number: line,
        body: 'Hello'
      })
      return ledger.appendEvent({ ...event, key: `delivery-${afterSeconds}` })
    }
    await again(1)
    expect((await again(2)).changes).toMatchObject({ messages: [], threads: [] })
    expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 1 }])
    await ledger.markThread(thread, { isRead: true })
    await again(3)
    expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 0 }])
  })

  it('counts no message that turns out to be one that was read', async () => {
    const tell = (fields: object, afterSeconds: number) => {
      const event = webhookEvent(
        'SMS_RECEIVED',
        { from_number: anna, to_number: line, ...fields },
        afterSeconds
      )
      return ledger.appendEvent({ ...event, key: JSON.stringify([fields, afterSeconds]) })
    }
    await tell({ body: 'Hello' }, 1)
    await ledger.markThread(thread, { isRead: true })
    await tell({ message_id: 'm1' }, 1)
    expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 1 }])
    const { changes } = await tell({ message_id: 'm1', body: 'Hello' }, 9)
    expect(changes).toMatchObject({ removedMessages: [{ threadId: thread }], threads: [{ unreadCount: 0 }] })
  })
})

describe('a message that turns out to be part of another', () => {
  it('is told as removed, is found once, and counts for its thread no more', async () => {
    const { changes: first } = await tellSent(null, 40)
    const [elsewhere] = first.messages
    expect(elsewhere).toMatchObject({ state: 'sent', atMs: sampleTimeMs + 40_000 })
    const { changes } = await ledger.addIntent(intent)
    expect(changes).toMatchObject({
      messages: [{ id: 'i1', state: 'sent', atMs: sampleTimeMs }],
      removedMessages: [{ id: elsewhere?.id, threadId: thread }],
      threads: [{ id: thread, lastMessage: { id: 'i1' } }]
    })
    expect(await ledger.getMessage(elsewhere?.id ?? '')).toBeNull()
    expect((await ledger.search({ text: 'hello', limit: 5 })).texts).toMatchObject([{ id: 'i1' }])
    expect(await ledger.listMessages(thread, allOf)).toMatchObject([{ id: 'i1' }])
  })

  it('appears from a delivery with numbers that came before SMS_SENT, and stays the same', async () => {
    const { changes } = await tellSent(null, 5, 'SMS_DELIVERED')
    expect(changes.messages).toMatchObject([{ state: 'delivered', direction: 'out', body: 'Hello' }])
    const { changes: next } = await tellSent(null, 2)
    expect(next.removedMessages).toEqual([])
    expect(next.messages).toMatchObject([{ id: changes.messages[0]?.id, atMs: sampleTimeMs + 2_000 }])
  })

  it('takes its thread to where its last message is now', async () => {
    const others = async () => (await ledger.listThreads()).map(({ otherAddress }) => otherAddress)
    await receive('Hello', 20, ben)
    expect(await others()).toEqual([ben])
    await tellSent(null, 40)
    expect(await others()).toEqual([anna, ben])
    await ledger.addIntent(intent)
    expect(await others()).toEqual([ben, anna])
    await receive('News', 60)
    expect(await others()).toEqual([anna, ben])
  })
})

describe('a draft', () => {
  const draft: DraftRecord = { address: anna, body: 'Hel', line, intentId: 'i1', wasTried: false }

  it('is kept as it was last saved, and taken away with its last letter', async () => {
    await ledger.saveDraft(draft)
    await ledger.saveDraft({ ...draft, body: 'Hello', wasTried: true })
    await ledger.saveDraft({ address: ben, body: 'Hi', line: null, intentId: null, wasTried: false })
    await restart()
    expect(await ledger.listDrafts()).toEqual([
      { ...draft, body: 'Hello', wasTried: true },
      { address: ben, body: 'Hi', line: null, intentId: null, wasTried: false }
    ])
    await ledger.saveDraft({ ...draft, body: '' })
    expect(await ledger.listDrafts()).toMatchObject([{ address: ben }])
  })

  it('is gone with the transaction that sends it, and told', async () => {
    const whole = { ...draft, body: 'Hello' }
    await ledger.saveDraft(whole)
    expect((await ledger.addIntent({ ...intent, id: 'other' })).changes.sentDrafts).toEqual([])
    expect((await ledger.addIntent(intent)).changes.sentDrafts).toEqual([whole])
    expect(await ledger.listDrafts()).toEqual([])
  })
})

describe('messages that wait', () => {
  const waiting = (id: string, more: Partial<ScheduledRecord> = {}): ScheduledRecord => ({
    id,
    line,
    to: anna,
    body: id,
    dueAtMs: sampleTimeMs,
    afterId: null,
    heldBecause: null,
    ...more
  })
  const parts = [waiting('z'), waiting('y', { afterId: 'z' }), waiting('x', { afterId: 'y' })]

  it('are listed by when they are due, and the parts of a text in their order', async () => {
    await ledger.saveScheduled([waiting('late', { dueAtMs: sampleTimeMs + 1 }), ...parts])
    await ledger.saveScheduled([waiting('soon', { dueAtMs: sampleTimeMs - 1 })])
    await restart()
    const ids = async () => (await ledger.listScheduled()).map(({ id }) => id)
    expect(await ids()).toEqual(['soon', 'z', 'y', 'x', 'late'])
    await ledger.saveScheduled([waiting('z', { heldBecause: 'Too late' })])
    expect(await ids()).toEqual(['soon', 'z', 'y', 'x', 'late'])
    expect((await ledger.listScheduled())[1]).toEqual(waiting('z', { heldBecause: 'Too late' }))
  })

  it('are taken away once, and go with the intent of their id', async () => {
    await ledger.saveScheduled([...parts, waiting('i1')])
    expect(await ledger.removeScheduled(['y', 'none', 'x'])).toEqual(parts.slice(1))
    expect(await ledger.removeScheduled(['y', 'x'])).toEqual([])
    await ledger.addIntent(intent)
    expect(await ledger.listScheduled()).toEqual([parts[0]])
  })
})

describe('the wish for no more messages', () => {
  const stopOf = async (address = anna) => (await ledger.getStop(address))?.isStopped ?? null

  it('is the last word said, in whatever order the words come', async () => {
    expect(await stopOf()).toBeNull()
    const { stops } = await receive('Stop.', 10)
    expect(stops).toEqual([{ address: anna, isStopped: true, atMs: sampleTimeMs + 10_000 }])
    expect((await receive('start', 5)).stops).toEqual([])
    expect(await stopOf()).toBe(true)
    expect((await receive('START', 20)).stops).toMatchObject([{ isStopped: false }])
    expect((await receive('STOP', 15)).stops).toEqual([])
    expect(await stopOf()).toBe(false)
    expect(await stopOf(ben)).toBeNull()
  })

  it('can be said and taken back by the user', async () => {
    const word = { address: anna, isStopped: true, atMs: sampleTimeMs }
    expect(await ledger.saveStop(word)).toEqual(word)
    await restart()
    expect(await ledger.getStop(anna)).toEqual(word)
    expect(await ledger.saveStop({ ...word, isStopped: false, atMs: sampleTimeMs - 1 })).toEqual(word)
    expect(await ledger.saveStop({ ...word, isStopped: false, atMs: sampleTimeMs + 1 })).toMatchObject({
      isStopped: false
    })
  })

  it('stays when the person is forgotten or their messages grow too old', async () => {
    await receive('STOP')
    await ledger.forgetPerson(anna)
    await receive('STOP', 0, ben)
    while (!(await ledger.forgetBefore(sampleTimeMs + 60_000)).isDone);
    expect(await ledger.listThreads()).toEqual([])
    expect([await stopOf(anna), await stopOf(ben)]).toEqual([true, true])
  })
})

describe('what is forgotten', () => {
  const imported = {
    messageId: null,
    line,
    otherAddress: anna,
    direction: 'in',
    body: 'Imported',
    state: 'received',
    atMs: sampleTimeMs
  } as const
  const scheduledTo = (to: string, dueAtMs: number): ScheduledRecord => ({
    id: `to-${to}`,
    line,
    to,
    body: 'Later',
    dueAtMs,
    afterId: null,
    heldBecause: null
  })

  it('with a person are their messages, from a file too, their draft and what waits for them', async () => {
    await ledger.importMessages([imported])
    await receive('Hello')
    for (const address of [anna, ben]) {
      await ledger.saveDraft({ address, body: 'Hi', line: null, intentId: null, wasTried: false })
    }
    await ledger.saveScheduled([scheduledTo(anna, sampleTimeMs), scheduledTo(ben, sampleTimeMs)])
    await ledger.forgetPerson(anna)
    expect(await ledger.getTimeline(anna, allOf)).toMatchObject({ messages: [], earlier: null })
    expect(await ledger.search({ text: 'imported', limit: 5 })).toEqual({ people: [], texts: [] })
    expect(await ledger.listDrafts()).toMatchObject([{ address: ben }])
    expect(await ledger.listScheduled()).toMatchObject([{ to: ben }])
    expect(await ledger.listThreads()).toEqual([])
  })

  it('as too old is what was imported too, and what waited since then', async () => {
    await ledger.importMessages([imported])
    await ledger.saveScheduled([scheduledTo(anna, sampleTimeMs), scheduledTo(ben, sampleTimeMs + 90_000)])
    while (!(await ledger.forgetBefore(sampleTimeMs + 60_000)).isDone);
    expect(await ledger.listThreads()).toEqual([])
    expect(await ledger.listScheduled()).toMatchObject([{ to: ben }])
  })
})
