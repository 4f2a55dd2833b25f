import { failed, type Outcome } from '../../../shared/domain/failure.ts'
import type { Line, Message, Thread } from '../../../shared/domain/message.ts'
import type { Directory } from '../contacts/index.ts'
import { showAddress } from '../numbers/index.ts'
import { type Clock, type Ledger, type LedgerChanges, type MessagePage, noChanges } from '../ports.ts'
import { describeMessage } from './describe-message.ts'
import type { Lines } from './lines.ts'
import type { MessageRecord, ThreadMarks, ThreadRecord } from './message-record.ts'
import type { MessageSender } from './message-sender.ts'
import type { OutgoingMessage } from './outgoing-message.ts'

/** SMS threads, and sending into them. */
export interface MessagesService {
  readonly describe: (record: MessageRecord) => Message
  describeThread(record: ThreadRecord): Thread
  /** My lines; where the key cannot tell which they are, those that messages came in on. */
  listLines(): Promise<readonly Line[]>
  listThreads(): Promise<readonly Thread[]>
  listMessages(threadId: string, page: MessagePage): Promise<readonly Message[]>
  markThread(threadId: string, marks: ThreadMarks): Promise<void>
  send(message: OutgoingMessage & { readonly isDespiteStop: boolean }): Promise<Outcome<Message>>
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'listThreads' | 'listMessages' | 'markThread'>
  readonly directory: Directory
  readonly lines: Pick<Lines, 'current'>
  readonly sender: Pick<MessageSender, 'send'>
  readonly clock: Clock
  readonly publish: (changes: LedgerChanges) => void
}

export function createMessagesService(dependencies: Dependencies): MessagesService {
  const { ledger, directory, lines, sender, clock, publish } = dependencies

  const describeThread = (record: ThreadRecord): Thread => ({
    id: record.id,
    line: directory.describe(record.line),
    other: directory.describe(record.otherAddress),
    lastMessage: describeMessage(record.lastMessage),
    unreadCount: record.unreadCount,
    isMuted: record.isMuted,
    isArchived: record.isArchived
  })

  return {
    describe: describeMessage,
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
    listMessages: async (threadId, page) => (await ledger.listMessages(threadId, page)).map(describeMessage),
    async markThread(threadId, marks) {
      const thread = await ledger.markThread(threadId, marks)
      if (thread) publish({ ...noChanges, threads: [thread] })
    },
    async send({ isDespiteStop, ...message }) {
      const stopKnownAtMs = isDespiteStop ? clock.nowMs() : null
      const result = await sender.send(message, { stopKnownAtMs })
      return result.kind === 'blocked' ? failed(result.failure.code, result.failure.message) : result.message
    }
  }
}
