import type { Call } from '../../src/shared/domain/call.ts'
import type { Gap } from '../../src/shared/domain/gap.ts'
import type { Line, Message, MessageState, Thread } from '../../src/shared/domain/message.ts'
import { threadIdOf } from '../../src/shared/domain/message.ts'
import type { Note } from '../../src/shared/domain/note.ts'
import type { Party } from '../../src/shared/domain/party.ts'
import type { PopupCard } from '../../src/shared/domain/popup-card.ts'
import type { Colleague } from '../../src/shared/domain/presence.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A number as a party; `display` as the United States write it. */
export const number = (address: string, name: string | null = null): Party => ({
  address,
  kind: 'number',
  display: address.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3'),
  name,
  company: null,
  possibleNames: []
})

export const extension = (address: string, name: string): Party => ({
  address,
  kind: 'extension',
  display: address,
  name,
  company: null,
  possibleNames: []
})

export const anonymous: Party = {
  address: '',
  kind: 'anonymous',
  display: 'Anonymous',
  name: null,
  company: null,
  possibleNames: []
}

export const anna = number('+15551234567', 'Anna Meier')
export const ben = number('+15559873210', 'Ben Okafor')
export const stranger = number('+15559876500')
export const tanaka = number('+81312345678', '田中 さくら')
export const layla = number('+15552223333', 'ليلى الحداد')
export const longNamed = number(
  '+15554445555',
  'Maximiliane-Theodora von Hohenstein-Wittelsbach, Hausverwaltung Süd GmbH & Co. KG'
)

export const mainLine: Line = {
  address: '+15551112222',
  display: '+1 555 111 2222',
  friendlyName: 'Main Business Line',
  cannotSendBecause: null
}
export const supportLine: Line = {
  address: '+15559876543',
  display: '+1 555 987 6543',
  friendlyName: 'Support Line',
  cannotSendBecause: null
}
export const faxLine: Line = {
  address: '+15550001111',
  display: '+1 555 000 1111',
  friendlyName: 'Fax',
  cannotSendBecause: 'texting is not enabled on this line'
}

const lineParty = (line: Line): Party => number(line.address, line.friendlyName)
const john = extension('1001', 'John Smith')
const maria = extension('1002', 'Maria Garcia')

/** Calls in every state, newest first. */
export function sampleCalls(nowMs: number): readonly Call[] {
  const call = (id: string, agoMs: number, change: Partial<Call>): Call => ({
    id,
    direction: 'inbound',
    state: 'ended',
    other: stranger,
    isOutgoing: change.direction === 'outbound',
    line: lineParty(mainLine),
    queueName: null,
    agent: null,
    isMine: false,
    startedAtMs: nowMs - agoMs,
    answeredAtMs: null,
    endedAtMs: null,
    isEndApproximate: false,
    isSeenOnly: false,
    isUnread: false,
    note: null,
    outcome: null,
    remark: null,
    keptNote: null,
    ...change
  })
  const talked = (agoMs: number, durationMs: number) => ({
    answeredAtMs: nowMs - agoMs + 8_000,
    endedAtMs: nowMs - agoMs + 8_000 + durationMs
  })
  const older = Array.from({ length: 40 }, (_, index) => {
    const agoMs = 26 * hourMs + index * 97 * minuteMs
    const other = [anna, ben, stranger, tanaka, layla, longNamed][index % 6] ?? stranger
    return index % 5 === 0
      ? call(`old-${index}`, agoMs, { other, state: 'missed', endedAtMs: nowMs - agoMs + 20_000 })
      : call(`old-${index}`, agoMs, {
          other,
          direction: index % 3 === 0 ? 'outbound' : 'inbound',
          isMine: index % 2 === 0,
          agent: index % 2 === 0 ? john : maria,
          ...talked(agoMs, index * 41_000)
        })
  })
  return [
    call('ringing', 7_000, { state: 'ringing', other: anna, queueName: 'Sales Queue', isMine: true }),
    call('dialing', 12_000, {
      state: 'dialing',
      direction: 'outbound',
      other: ben,
      agent: john,
      isMine: true
    }),
    call('running', 4 * minuteMs, {
      state: 'answered',
      other: longNamed,
      agent: maria,
      queueName: 'Support Queue',
      answeredAtMs: nowMs - 4 * minuteMs + 9_000
    }),
    call('missed', 12 * minuteMs, {
      state: 'missed',
      queueName: 'Sales Queue',
      isMine: true,
      isUnread: true
    }),
    call('back', 18 * minuteMs, {
      direction: 'outbound',
      other: anna,
      agent: john,
      isMine: true,
      outcome: 'call again',
      note: 'Wants a quote for 40 desks by Friday; ask Maria about the discount.',
      ...talked(18 * minuteMs, 200_000)
    }),
    call('anonymous', 31 * minuteMs, { other: anonymous, state: 'missed', isMine: true, isUnread: true }),
    call('colleague', 44 * minuteMs, {
      other: tanaka,
      agent: maria,
      isEndApproximate: true,
      ...talked(44 * minuteMs, 75_000)
    }),
    call('seen', 52 * minuteMs, {
      other: stranger,
      line: null,
      agent: maria,
      isSeenOnly: true,
      isEndApproximate: true,
      endedAtMs: nowMs - 49 * minuteMs
    }),
    call('abandoned', 70 * minuteMs, { state: 'abandoned', other: layla, queueName: 'Support Queue' }),
    call('timed-out', 2 * hourMs, { state: 'timed-out', other: ben, queueName: 'Support Queue' }),
    call('internal', 3 * hourMs, {
      direction: 'internal',
      other: maria,
      line: null,
      agent: john,
      isMine: true,
      ...talked(3 * hourMs, 3_725_000)
    }),
    call('mine', 4 * hourMs, {
      other: anna,
      agent: john,
      isMine: true,
      outcome: 'solved',
      ...talked(4 * hourMs, 512_000)
    }),
    ...older
  ]
}

/** When nothing could be heard, newest first. */
export const sampleGaps = (nowMs: number): readonly Gap[] => [
  { fromMs: nowMs - 65 * minuteMs, toMs: nowMs - 50 * minuteMs, reason: 'The tunnel stopped.' },
  { fromMs: nowMs - 30 * hourMs, toMs: nowMs - 27 * hourMs, reason: null }
]

export const sampleNotes = (nowMs: number): readonly Note[] => [
  {
    id: '7b0c6d0e-3c1f-4a54-9a0e-6f4f4a2b7b12',
    address: anna.address,
    body: 'Prefers to be called in the morning.\nAssistant: Ms. Novak, extension 12.',
    atMs: nowMs - 3 * hourMs
  }
]

const states: readonly MessageState[] = ['delivered', 'sent', 'accepted', 'refused', 'unknown', 'sending']

/** Messages with Anna in every state, oldest first, and one or two with the others. */
export function sampleMessages(nowMs: number): readonly Message[] {
  const message = (
    id: string,
    line: Line,
    other: Party,
    agoMs: number,
    body: string,
    state: MessageState
  ): Message => ({
    id,
    threadId: threadIdOf(line.address, other.address),
    direction: state === 'received' ? 'in' : 'out',
    body,
    atMs: nowMs - agoMs,
    state,
    reason: state === 'refused' ? 'the recipient opted out' : null
  })
  const bodies = [
    'Hello Anna, the quote is in your mailbox.',
    'It is valid until Friday.',
    'Shall I call you on Monday?',
    'Reply STOP to leave.',
    'Our address: 12 Long Street, second floor.',
    'See you then.'
  ]
  return [
    message('in-1', supportLine, anna, 26 * hourMs, 'Hi, I would like a quote for 40 desks.', 'received'),
    ...bodies.map((body, index) =>
      message(
        `out-${index}`,
        supportLine,
        anna,
        (25 - index * 4) * hourMs + 11 * minuteMs,
        body,
        states[index] ?? 'sent'
      )
    ),
    message('in-2', mainLine, anna, 9 * minuteMs, 'Thanks! Talk on Monday.', 'received'),
    message('in-3', supportLine, layla, 50 * minuteMs, 'شكرا جزيلا، سأتصل غدا صباحا.', 'received'),
    message('out-9', mainLine, tanaka, 5 * hourMs, '明日の午後に折り返しお電話いたします。', 'accepted'),
    message(
      'in-4',
      supportLine,
      longNamed,
      30 * hourMs,
      'The heating in the stairwell of the second building has been making that noise again since about five this morning; could someone please come today?',
      'received'
    )
  ]
}

export function sampleThreads(nowMs: number): readonly Thread[] {
  const people = [anna, layla, tanaka, longNamed]
  const threads = new Map<string, Thread>()
  for (const message of sampleMessages(nowMs)) {
    const [line, address] = message.threadId.split('|')
    const other = people.find((it) => it.address === address)
    const from = [mainLine, supportLine].find((it) => it.address === line)
    if (!other || !from) continue
    threads.set(message.threadId, {
      id: message.threadId,
      line: lineParty(from),
      other,
      lastMessage: message,
      unreadCount: message.state === 'received' && other !== longNamed ? 2 : 0,
      isMuted: other === layla,
      isArchived: false
    })
  }
  return [...threads.values()].toSorted((a, b) => b.lastMessage.atMs - a.lastMessage.atMs)
}

export function sampleColleagues(nowMs: number): readonly Colleague[] {
  const colleague = (address: string, name: string, change: Partial<Colleague> = {}): Colleague => ({
    extension: address,
    name,
    isMe: false,
    isOnline: true,
    calls: [],
    ...change
  })
  const onCall = (direction: 'inbound' | 'outbound' | 'unknown', other: Party, agoMs: number) => ({
    calls: [{ direction, other, startedAtMs: nowMs - agoMs }]
  })
  return [
    colleague('1001', 'John Smith', { isMe: true }),
    colleague('1002', 'Maria Garcia', onCall('inbound', longNamed, 4 * minuteMs)),
    colleague('1003', 'Wojciech Szczęsny-Brzęczyszczykiewicz', onCall('outbound', stranger, 31_000)),
    colleague('1004', 'Noor van der Berg'),
    colleague('1005', 'محمد بن عبد الله'),
    colleague('1006', '山田 太郎', onCall('unknown', { ...anonymous, display: '' }, 75 * minuteMs)),
    colleague('1007', 'Zoë O’Brien', { isOnline: false }),
    colleague('1008', 'Priya Raghunathan'),
    colleague('1009', 'Jean-Baptiste Emmanuel Zorg de la Tour d’Auvergne-Lauraguais'),
    colleague('1010', 'Li', { isOnline: false }),
    colleague('1011', 'שירה כהן', {
      calls: [
        { direction: 'inbound', other: anna, startedAtMs: nowMs - 90_000 },
        { direction: 'inbound', other: ben, startedAtMs: nowMs - 20_000 }
      ]
    }),
    colleague('1012', 'Olga Petrova', { isOnline: false })
  ]
}

export function sampleCards(nowMs: number): readonly PopupCard[] {
  const calls = sampleCalls(nowMs)
  const card = (id: string, change: Partial<PopupCard> = {}): PopupCard[] =>
    calls
      .filter((call) => call.id === id)
      .map((call) => ({
        call,
        lastContact: null,
        place: null,
        leavesAtMs: null,
        isHeld: false,
        ...change
      }))
  return [
    ...card('missed'),
    ...card('running', { leavesAtMs: nowMs + 6_000 }),
    ...card('ringing', {
      lastContact: { kind: 'call', atMs: nowMs - 74 * hourMs, text: 'wants a quote' },
      place: { name: 'New York, NY', timeZone: 'America/New_York' }
    })
  ]
}
