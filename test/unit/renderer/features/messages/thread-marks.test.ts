import { describe, expect, it } from 'vitest'
import { actionOfKey, marksOf, wordOf } from '../../../../../src/renderer/features/messages/thread-marks.ts'
import { threadsToMark } from '../../../../../src/renderer/features/messages/threads-to-mark.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import type { Thread } from '../../../../../src/shared/domain/message.ts'
import { sampleThreads } from '../../../../fakes/sample-office.ts'

startText()

const [sample] = sampleThreads(0)
const thread = (change: Partial<Thread>): Thread => {
  if (!sample) throw new Error('No thread')
  return { ...sample, unreadCount: 0, ...change }
}
const withMessage = (id: string, unreadCount: number): Thread =>
  thread({ unreadCount, lastMessage: { ...thread({}).lastMessage, id } })

describe('an action on a thread', () => {
  it('sets the opposite of what is, and is called so', () => {
    expect(marksOf(thread({ unreadCount: 2 }), 'read')).toEqual({ isRead: true })
    expect(marksOf(thread({}), 'read')).toEqual({ isRead: false })
    expect(marksOf(thread({ isMuted: true }), 'mute')).toEqual({ isMuted: false })
    expect(marksOf(thread({}), 'archive')).toEqual({ isArchived: true })
    expect(wordOf(thread({ isArchived: true }), 'archive')).toBe('Move to the inbox')
    expect(wordOf(thread({}), 'read')).toBe('Mark unread')
  })

  it('has a key, however it is typed', () => {
    expect(['u', 'U', 'm', 'e', 'x', 'Enter'].map(actionOfKey)).toEqual([
      'read',
      'read',
      'mute',
      'archive',
      undefined,
      undefined
    ])
  })
})

describe('an open thread', () => {
  it('is marked read when it is opened unread, and when a message comes', () => {
    const opened = threadsToMark([withMessage('a', 2)], new Map())
    expect(opened.toMark).toHaveLength(1)
    const read = threadsToMark([withMessage('a', 0)], opened.read)
    expect(read.toMark).toEqual([])
    expect(threadsToMark([withMessage('b', 1)], read.read).toMark).toHaveLength(1)
  })

  it('stays unread where the user marked it so', () => {
    const read = threadsToMark([withMessage('a', 0)], new Map())
    expect(threadsToMark([withMessage('a', 1)], read.read).toMark).toEqual([])
  })
})
