import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { type Line, type Message, maxMessageLength, type Thread } from '../../../shared/domain/message.ts'
import type { CarryOut } from '../carry-out.ts'
import type { Directory } from '../contacts/index.ts'
import type { MessageIntent } from '../intent.ts'
import { kindOfAddress, readAddress, showAddress } from '../numbers/index.ts'
import { type Clock, type Ledger, type LedgerChanges, noChanges, type Page } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { Voice360Api } from '../voice360/index.ts'
import type { Lines } from './lines.ts'
import type { MessageRecord, ThreadRecord } from './message-record.ts'

export interface OutgoingMessage {
  /** Made once by whoever wrote the message: the same id twice sends once. */
  readonly intentId: string
  readonly line: string
  readonly to: string
  readonly body: string
}

/** SMS threads, and sending: an intent in the ledger, then one request, never a second. */
export interface MessagesService {
  readonly describe: (record: MessageRecord) => Message
  describeThread(record: ThreadRecord): Thread
  /** My lines; where the key cannot tell which they are, those that messages came in on. */
  listLines(): Promise<readonly Line[]>
  listThreads(): Promise<readonly Thread[]>
  listMessages(threadId: string, page: Page): Promise<readonly Message[]>
  markThreadRead(threadId: string): Promise<void>
  send(message: OutgoingMessage): Promise<Outcome<Message>>
}

interface Dependencies {
  readonly ledger: Ledger
  readonly directory: Directory
  readonly lines: Lines
  readonly api: () => Voice360Api | null
  readonly region: () => string
  readonly clock: Clock
  readonly t: Translate
  readonly carryOut: CarryOut
  readonly publish: (changes: LedgerChanges) => void
}

export function createMessagesService(dependencies: Dependencies): MessagesService {
  const { ledger, directory, lines, clock, t, carryOut, publish } = dependencies

  const describe = ({ id, threadId, direction, body, atMs, state, reason }: MessageRecord): Message => ({
    id,
    threadId,
    direction,
    body,
    atMs,
    state,
    reason
  })

  const describeThread = (record: ThreadRecord): Thread => ({
    id: record.id,
    line: directory.describe(record.line, friendlyNameOf(record.line)),
    other: directory.describe(record.otherAddress),
    lastMessage: describe(record.lastMessage),
    unreadCount: record.unreadCount
  })

  const friendlyNameOf = (address: string): string | null =>
    lines.current.get()?.find((line) => line.address === address)?.friendlyName ?? null

  /** Why this line cannot be written from, or null. */
  function whyNotFrom(address: string): string | null {
    const mine = lines.current.get()
    if (mine === null) return null
    const line = mine.find((candidate) => candidate.address === address)
    return line ? line.cannotSendBecause : t('messages.notMyLine', { line: address })
  }

  function check({ line, to, body }: Pick<OutgoingMessage, 'line' | 'to' | 'body'>): string | null {
    if (body.trim() === '') return t('messages.empty')
    if (body.length > maxMessageLength) {
      return t('messages.tooLong', { limit: maxMessageLength, length: body.length })
    }
    if (kindOfAddress(to) !== 'number') return t('messages.notANumber', { to })
    return whyNotFrom(line)
  }

  return {
    describe,
    describeThread,
    async listLines() {
      const mine = lines.current.get()
      if (mine !== null) return mine
      const seen = new Set((await ledger.listThreads()).map((thread) => thread.line))
      return [...seen].map((address) => ({
        address,
        display: showAddress(address),
        friendlyName: null,
        cannotSendBecause: null
      }))
    },
    listThreads: async () => (await ledger.listThreads()).map(describeThread),
    listMessages: async (threadId, page) => (await ledger.listMessages(threadId, page)).map(describe),
    async markThreadRead(threadId) {
      const thread = await ledger.markThreadRead(threadId)
      if (thread) publish({ ...noChanges, threads: [thread] })
    },
    async send(message) {
      const region = dependencies.region()
      const to = readAddress(message.to, region)
      const line = readAddress(message.line, region)
      const problem = check({ line, to, body: message.body })
      if (problem !== null) return failed('not-sendable', problem)
      const api = dependencies.api()
      if (!api) return failed('signed-out', t('dialing.signedOut'))

      const intent: MessageIntent = {
        kind: 'message',
        id: message.intentId,
        createdAtMs: clock.nowMs(),
        line,
        to,
        body: message.body
      }
      const outcome = await carryOut(intent, async () => {
        const sent = await api.sendMessage({ from: line, to, message: message.body })
        return sent.ok ? { ok: true, value: sent.value.message_id } : sent
      })
      // By now it may be sent, which is said even where the ledger cannot be read.
      const record = await ledger.getMessage(intent.id).catch(() => null)
      if (record) return succeeded(describe(record))
      const reason =
        outcome !== null && outcome.state !== 'accepted' ? outcome.reason : t('messages.alreadySent')
      return failed('not-sent', reason)
    }
  }
}
