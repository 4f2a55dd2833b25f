import type { EventName } from '../../shared/domain/event-name.ts'
import type { Directory } from '../pbx/directory.ts'
import type { Switchboard } from '../pbx/switchboard.ts'
import type { TextMessages } from '../pbx/text-messages.ts'
import { placeCall } from './place-call.ts'
import { type CallRequest, callSchema } from './schemas.ts'

const customer = '+12125550147'

interface Office {
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly messages: TextMessages
}

/** Lets something happen in the office that tells an event of this name, within seconds; false where it has nobody for it. */
export function makeHappen(name: EventName, { directory, switchboard, messages }: Office): boolean {
  const [user, other] = directory.users
  const [queue] = directory.queues
  const line = directory.lines.find(({ isSmsEnabled }) => isSmsEnabled)
  if (user === undefined || other === undefined || queue === undefined || line === undefined) return false
  const text = { from: customer, to: line.number, body: 'A test message of the simulator.' }
  const call = (request: Partial<CallRequest>, outcome: string) =>
    'call' in
    placeCall(
      callSchema.parse({
        from: customer,
        caller_name: 'Test Caller',
        ...request,
        plan: { outcome, answer_after_ms: 1_000, end_after_ms: 3_000 }
      }),
      directory,
      switchboard
    )
  switch (name) {
    case 'INCOMING_EXTERNAL_CALL':
      return call({ extension: user.extension }, 'missed')
    case 'USER_ANSWER':
    case 'CALL_ENDED':
      return call({ extension: other.extension }, 'answered')
    case 'USER_DIAL':
    case 'USER_HANGUP':
      return call({ from: other.extension, to: customer }, 'answered')
    case 'QUEUE_NO_ANSWER':
      return call({ queue: queue.pk }, 'no_answer')
    case 'QUEUE_HANGUP_TIMEOUT':
      return call({ queue: queue.pk }, 'timeout')
    case 'QUEUE_HANGUP_ABANDONED':
      return call({ queue: queue.pk }, 'abandoned')
    case 'SMS_RECEIVED':
      messages.receive(text)
      return true
    case 'SMS_SENT':
    case 'SMS_DELIVERED':
      messages.send({ ...text, from: text.to, to: text.from })
      return true
  }
}
