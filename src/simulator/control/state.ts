import { type Call, ringingExtensions, talkSeconds } from '../pbx/call.ts'
import { type Directory, displayName } from '../pbx/directory.ts'
import type { Switchboard } from '../pbx/switchboard.ts'
import type { TextMessages } from '../pbx/text-messages.ts'
import type { WebhookRegistry } from '../webhooks/registry.ts'

interface Dependencies {
  readonly accountId: number
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly messages: TextMessages
  readonly registry: WebhookRegistry
}

/** The whole office as GET /_simulator/state tells it. */
export function stateOf({ accountId, directory, switchboard, messages, registry }: Dependencies) {
  return {
    account: accountId,
    users: directory.users.map((user) => ({
      pk: user.pk,
      extension: user.extension,
      name: displayName(user),
      devices_registered: directory.isRegistered(user.extension),
      is_busy: switchboard.isBusy(user.extension)
    })),
    lines: directory.lines.map((line) => ({
      number: line.number,
      friendly_name: line.friendlyName,
      sms_enabled: line.isSmsEnabled,
      ...('extension' in line.rings ? { extension: line.rings.extension } : { queue_id: line.rings.queuePk })
    })),
    queues: directory.queues.map((queue) => ({
      pk: queue.pk,
      queue_name: queue.queueName,
      extension: queue.extension,
      strategy: queue.strategy,
      members: queue.memberExtensions
    })),
    calls: switchboard.calls().map(callState),
    messages: messages.all().map(({ id, atMs, ...message }) => ({ message_id: id, ...message, at_ms: atMs })),
    webhooks: registry.all().map(({ eventName, ...webhook }) => ({ ...webhook, event_name: eventName }))
  }
}

function callState(call: Call) {
  return {
    call_id: call.id,
    direction: call.direction,
    state: call.state,
    outcome: call.outcome,
    from: call.from,
    to: call.to,
    caller_name: call.callerName,
    extension: call.extension,
    queue_id: call.queue?.pk ?? null,
    ringing: ringingExtensions(call),
    started_at_ms: call.startedAtMs,
    answered_at_ms: call.answeredAtMs,
    ended_at_ms: call.endedAtMs,
    duration: talkSeconds(call)
  }
}
