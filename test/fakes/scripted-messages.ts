import { failed, succeeded } from '../../src/shared/domain/failure.ts'
import {
  type Draft,
  type Message,
  type MessageImportPreview,
  type Recipient,
  type ScheduledMessage,
  threadIdOf
} from '../../src/shared/domain/message.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import { faxLine, mainLine, number, sampleMessages, sampleThreads, supportLine } from './sample-office.ts'
import type { Answers } from './scripted-bridge.ts'

type Emit = <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void

type MessageAnswers = Pick<Answers, Extract<keyof Answers, `messages:${string}`>>

interface ScriptedMessages {
  readonly answers: MessageAnswers
  readonly messages: () => readonly Message[]
  readonly forget: (address: string) => void
}

export const samplePreviewOfMessages: MessageImportPreview = {
  importId: 'import-1',
  format: 'json',
  newCount: 1_204,
  knownCount: 37,
  threadCount: 12,
  rejectedCount: 2,
  rejected: [
    { row: 14, text: 'tomorrow at nine', reason: 'No time in it could be read.' },
    { row: 981, text: '+1 555 123 4567', reason: 'There is no line to have sent it from.' }
  ]
}

const runningImport = {
  importId: 'import-1',
  state: 'running',
  storedCount: 400,
  totalCount: 1_204,
  message: null
} as const

/** Messages of a main process in memory. */
export function scriptedMessages(nowMs: number, emit: Emit): ScriptedMessages {
  let messages = sampleMessages(nowMs)
  let threads = sampleThreads(nowMs)
  let drafts: readonly Draft[] = []
  let scheduled: readonly ScheduledMessage[] = []
  const stops = new Map<string, number>()
  const recipientOf = (address: string): Recipient => ({
    address,
    stoppedAtMs: stops.get(address) ?? null,
    timeZone: address.startsWith('+1') ? 'America/New_York' : null
  })
  const setScheduled = (next: readonly ScheduledMessage[]) => {
    scheduled = next
    emit('messages:scheduled-changed', scheduled)
  }
  const send = (id: string, line: string, to: string, body: string) => {
    const message: Message = {
      id,
      threadId: threadIdOf(line, to),
      direction: 'out',
      body,
      atMs: Date.now(),
      state: 'accepted',
      reason: null
    }
    messages = [...messages.filter((it) => it.id !== id), message]
    emit('messages:message-changed', message)
    const thread = threads.find((it) => it.id === message.threadId)
    if (thread) changeThread(thread.id, { lastMessage: message })
    return succeeded(message)
  }
  const changeThread = (threadId: string, change: Partial<(typeof threads)[number]>) => {
    threads = threads.map((it) => (it.id === threadId ? { ...it, ...change } : it))
    const thread = threads.find(({ id }) => id === threadId)
    if (thread) emit('messages:thread-changed', thread)
  }
  const setDraft = (draft: Draft) => {
    drafts = [...drafts.filter(({ address }) => address !== draft.address), ...(draft.body ? [draft] : [])]
    emit('messages:draft-changed', draft)
  }
  const isStopped = (to: string, isDespiteStop: boolean) => stops.has(to) && !isDespiteStop
  const stopped = () => failed('stopped', 'This number asked for no more messages.')
  const emptyDraft = (address: string): Draft => ({
    address,
    body: '',
    line: null,
    intentId: null,
    wasTried: false
  })

  const answers: MessageAnswers = {
    'messages:list-threads': () => threads,
    'messages:list-messages': ({ threadId, before, limit }) =>
      messages
        .filter((it) => it.threadId === threadId && (before === null || it.atMs < before.atMs))
        .slice(-limit),
    'messages:list-lines': () => [mainLine, supportLine, faxLine],
    'messages:send-message': ({ intentId, line, to, body, isDespiteStop }) => {
      if (isStopped(to, isDespiteStop)) return stopped()
      const sent = send(intentId, line, to, body)
      if (drafts.some((it) => it.intentId === intentId)) setDraft(emptyDraft(to))
      return sent
    },
    'messages:mark-thread': ({ threadId, isRead, isMuted, isArchived }) => {
      changeThread(threadId, {
        ...(isRead === undefined ? {} : { unreadCount: isRead ? 0 : 1 }),
        ...(isMuted === undefined ? {} : { isMuted }),
        ...(isArchived === undefined ? {} : { isArchived })
      })
      return { ok: true }
    },
    'messages:list-drafts': () => drafts,
    'messages:save-draft': ({ draft }) => {
      setDraft(draft)
      return { ok: true }
    },
    'messages:list-scheduled': () => scheduled,
    'messages:schedule-messages': ({ messages: parts, line, to, dueAtMs, isDespiteStop }) => {
      if (isStopped(to, isDespiteStop)) return stopped()
      const added = parts.map(({ id, body }, index) => ({
        id,
        line,
        other: threads.find(({ other }) => other.address === to)?.other ?? number(to),
        body,
        dueAtMs: dueAtMs ?? Date.now(),
        afterId: parts[index - 1]?.id ?? null,
        heldBecause: null
      }))
      setScheduled([...scheduled, ...added])
      return succeeded(added)
    },
    'messages:send-scheduled': ({ scheduledId, isDespiteStop }) => {
      const message = scheduled.find(({ id }) => id === scheduledId)
      if (!message) return failed('gone', 'This message is no longer scheduled.')
      if (isStopped(message.other.address, isDespiteStop)) return stopped()
      setScheduled(scheduled.filter(({ id }) => id !== scheduledId))
      return send(scheduledId, message.line, message.other.address, message.body)
    },
    'messages:cancel-scheduled': ({ scheduledId }) => {
      const gone = scheduled.filter(({ id, afterId }) => id === scheduledId || afterId === scheduledId)
      setScheduled(scheduled.filter((it) => !gone.includes(it)))
      return gone
    },
    'messages:check-recipient': ({ address }) => recipientOf(address),
    'messages:set-stop': ({ address, isStopped: isNow }) => {
      if (isNow) stops.set(address, nowMs)
      else stops.delete(address)
      emit('messages:recipient-changed', recipientOf(address))
      return recipientOf(address)
    },
    'messages:open-link': () => succeeded({ ok: true }),
    'messages:preview-import': () => succeeded(samplePreviewOfMessages),
    'messages:start-import': () => succeeded(runningImport),
    'messages:cancel-import': () => {
      emit('messages:import-progressed', { ...runningImport, state: 'cancelled' })
      return { ok: true }
    }
  }
  return {
    answers,
    messages: () => messages,
    forget: (address) => {
      messages = messages.filter(({ threadId }) => !threadId.endsWith(`|${address}`))
      threads = threads.filter(({ other }) => other.address !== address)
    }
  }
}
