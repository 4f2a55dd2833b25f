import type { CallRecord } from '../../src/main/core/calls/index.ts'
import type { MessageRecord, ThreadRecord } from '../../src/main/core/messages/index.ts'
import type { Call } from '../../src/shared/domain/call.ts'
import { anna, mainLine, number } from './sample-office.ts'

/** An incoming call that rings at nobody in particular. */
export const callRecord = (change: Partial<CallRecord> = {}): CallRecord => ({
  id: 'call-1',
  direction: 'inbound',
  state: 'ringing',
  otherAddress: anna.address,
  callerName: null,
  line: mainLine.address,
  queueName: null,
  agentExtension: null,
  extensions: [],
  dialId: null,
  voice360Id: null,
  startedAtMs: 0,
  answeredAtMs: null,
  endedAtMs: null,
  isEndApproximate: false,
  isSeenOnly: false,
  isUnread: false,
  note: null,
  outcome: null,
  isNoteShared: false,
  shared: null,
  ...change
})

/** An incoming call of Anna's that rings at mine. */
export const call = (change: Partial<Call> = {}): Call => ({
  id: 'call-1',
  direction: 'inbound',
  state: 'ringing',
  other: anna,
  isOutgoing: false,
  line: number(mainLine.address, mainLine.friendlyName),
  queueName: null,
  agent: null,
  isMine: true,
  startedAtMs: 0,
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

export const messageRecord = (change: Partial<MessageRecord> = {}): MessageRecord => ({
  id: 'message-1',
  threadId: `${mainLine.address}|${anna.address}`,
  line: mainLine.address,
  otherAddress: anna.address,
  direction: 'in',
  body: 'Hello',
  state: 'received',
  reason: null,
  atMs: 0,
  ...change
})

export const threadRecord = (change: Partial<ThreadRecord> = {}): ThreadRecord => {
  const lastMessage = change.lastMessage ?? messageRecord()
  return {
    id: lastMessage.threadId,
    line: lastMessage.line,
    otherAddress: lastMessage.otherAddress,
    lastMessage,
    unreadCount: 1,
    isMuted: false,
    isArchived: false,
    ...change
  }
}
