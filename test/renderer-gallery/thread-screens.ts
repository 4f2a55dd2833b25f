import type { Draft, Message, MessageState, ScheduledMessage } from '../../src/shared/domain/message.ts'
import type { TimelineEntry } from '../../src/shared/domain/timeline.ts'
import {
  anna,
  layla,
  longNamed,
  mainLine,
  sampleThreads,
  supportLine,
  tanaka
} from '../fakes/sample-office.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { type Act, appeared, chooseFile, chooseFromMenu, inOrder, press } from './acts.ts'
import { longMessage, longThreadId } from './long-timeline.ts'
import type { Screen } from './screens.ts'

const annaThread = `/messages/${encodeURIComponent(longThreadId)}`
const noCards: Partial<Answers> = { 'popup:list-cards': () => [] }
const at = (hash: string, answers: (nowMs: number) => Partial<Answers>, act?: Act): Screen => ({
  page: 'main',
  hash,
  answers: (nowMs) => ({ ...noCards, ...answers(nowMs) }),
  callFilter: {},
  ...(act ? { act } : {})
})
const asIs = () => ({})
const rejected = (): never => {
  throw new Error('The database could not be read.')
}

/** A timeline with Anna that holds these texts, in as many states as there are. */
const timelineOf =
  (bodies: readonly string[], earlier = false) =>
  (nowMs: number): Partial<Answers> => {
    const states: readonly MessageState[] = ['received', 'delivered', 'unknown', 'refused', 'accepted']
    const entries = bodies.map((body, index): TimelineEntry => {
      const state = states[index % states.length] ?? 'received'
      const message: Message = {
        ...longMessage(nowMs, bodies.length, index),
        id: `text-${index}`,
        body,
        direction: state === 'received' ? 'in' : 'out',
        state,
        reason: state === 'refused' ? 'the number is not in service' : null
      }
      return { kind: 'message', atMs: message.atMs, message }
    })
    return {
      'calls:get-timeline': ({ before }) => {
        if (before) return rejected()
        return { entries, earlier: earlier ? { atMs: 0, kind: 'message', id: 'older' } : null }
      }
    }
  }

const drafts: readonly Draft[] = [
  {
    address: anna.address,
    body: 'Dear Anna, about the forty desks: we can deliver them on',
    line: supportLine.address,
    intentId: null,
    wasTried: false
  },
  { address: tanaka.address, body: 'よろしくお願いします', line: null, intentId: null, wasTried: false }
]

const scheduled = (nowMs: number): readonly ScheduledMessage[] => [
  {
    id: '7b0c6d0e-3c1f-4a54-9a0e-6f4f4a2b7b13',
    line: supportLine.address,
    other: layla,
    body: 'See you tomorrow.',
    dueAtMs: nowMs + 3_600_000,
    afterId: null,
    heldBecause: null
  },
  {
    id: '7b0c6d0e-3c1f-4a54-9a0e-6f4f4a2b7b14',
    line: supportLine.address,
    other: longNamed,
    body: 'The repair is done.',
    dueAtMs: nowMs - 3_600_000,
    afterId: null,
    heldBecause: 'The app did not run at the time.'
  }
]

/** Each thread in another standing: unread, muted, archived, with a draft, with something scheduled. */
const standings = (nowMs: number): Partial<Answers> => ({
  'messages:list-threads': () =>
    sampleThreads(nowMs).map((thread, index) => ({
      ...thread,
      isMuted: index % 2 === 1,
      isArchived: index > 3,
      unreadCount: index === 0 ? 128 : thread.unreadCount
    })),
  'messages:list-drafts': () => drafts,
  'messages:list-scheduled': () => scheduled(nowMs)
})

const search =
  (text: string, selector: string): Act =>
  async (uiStore) => {
    uiStore.getState().setSearchText(text)
    await appeared(selector)
  }

/** Asks for the menu of the first thread as the menu key would. */
const openRowMenu: Act = async () => {
  const list = await appeared('[role="listbox"][aria-label="Messages"]')
  list.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))
  await appeared('[role="menuitem"]')
}

const addresses = [
  'The papers are at https://files.example.com/quote/40-desks?from=sms, valid until Friday.',
  'Your parcel waits: https://xn--pple-43d.com/track',
  'Old shop: http://shop.example.com/login or ftp://files.example.com/a.zip'
]
const hostile = [
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  'Open \u{202E}gnp.exe\u{202C} now \u{2066}https://evil.example/\u{202E}moc.knab',
  `Z${'\u{0301}\u{0316}'.repeat(60)}algo`,
  'A'.repeat(400),
  'שלום, ההזמנה שלך מוכנה: https://example.com/הזמנה',
  '👨‍👩‍👧‍👦'.repeat(30)
]

/** Threads, what a message holds, and their way into and out of files. */
export const threadScreens = {
  'threads-standing': at('/messages', standings),
  'threads-unread': at('/messages', standings, press('Unread')),
  'threads-archived': at('/messages', standings, press('Archived')),
  'threads-archived-none': at('/messages', asIs, press('Archived')),
  'threads-inbox-none': at('/messages', (nowMs) => ({
    'messages:list-threads': () => sampleThreads(nowMs).map((thread) => ({ ...thread, isArchived: true }))
  })),
  'threads-error': at('/messages', () => ({ 'messages:list-threads': rejected })),
  'threads-found': at('/messages', asIs, search('desks', 'mark')),
  'threads-found-none': at('/messages', asIs, search('xylophone', '[role="main"] p, main p')),
  'threads-row-menu': at('/messages', asIs, openRowMenu),
  'threads-export': at('/messages', asIs, chooseFromMenu('More for all threads', 'Export CSV')),
  'threads-import': at('/messages', asIs, chooseFromMenu('More for all threads', 'Import messages')),
  'threads-import-preview': at(
    '/messages',
    asIs,
    inOrder(chooseFromMenu('More for all threads', 'Import messages'), chooseFile('messages-2026-11-24.json'))
  ),
  'threads-import-running': at(
    '/messages',
    asIs,
    inOrder(
      chooseFromMenu('More for all threads', 'Import messages'),
      chooseFile('messages-2026-11-24.json'),
      press('Import 1204 messages')
    )
  ),
  'thread-addresses': at(annaThread, timelineOf(addresses)),
  'thread-hostile': at(annaThread, timelineOf(hostile)),
  'thread-link-question': at(
    annaThread,
    timelineOf(addresses.slice(0, 2)),
    press('https://xn--pple-43d.com/track')
  ),
  'thread-send-again': at(
    annaThread,
    timelineOf(['Where are you?', 'On my way.', 'Our address: 12 Long Street, second floor.']),
    press('Send again …')
  ),
  'thread-page-error': at(annaThread, timelineOf(['Only this could be read.'], true)),
  'thread-empty': at(`/people/${encodeURIComponent(mainLine.address)}`, () => ({
    'calls:get-timeline': () => ({ entries: [], earlier: null })
  }))
} satisfies Record<string, Screen>
