import type { Call, CallPlan } from '../pbx/call.ts'
import type { Directory } from '../pbx/directory.ts'
import type { Line, Queue, User } from '../pbx/office-plan.ts'
import type { Switchboard } from '../pbx/switchboard.ts'
import type { CallRequest } from './schemas.ts'

type PlacedCall = { readonly call: Call } | { readonly problem: string }

/** Finds out what a POST /_simulator/calls means in this office, and lets it happen. */
export function placeCall(request: CallRequest, directory: Directory, switchboard: Switchboard): PlacedCall {
  const plan = planOf(request)
  if (plan?.answeredBy !== undefined && directory.user(plan.answeredBy) === undefined) {
    return { problem: `plan.answered_by: there is no extension ${plan.answeredBy}` }
  }
  const user = directory.user(request.from)
  if (user !== undefined) return dialedCall(request, user, plan, switchboard)

  const target = inboundTarget(request, directory)
  if ('problem' in target) return target
  if (plan?.outcome === 'timeout' && 'user' in target.rings) {
    return { problem: 'plan.outcome: only a queue times out; a direct call is missed' }
  }
  return {
    call: switchboard.receive({
      ...target,
      from: request.from,
      callerName: request.caller_name ?? null,
      plan
    })
  }
}

function dialedCall(
  request: CallRequest,
  user: User,
  plan: CallPlan | null,
  switchboard: Switchboard
): PlacedCall {
  const to = request.to ?? request.extension
  if (to === undefined) return { problem: 'to: whom does the extension call?' }
  if (to === user.extension) return { problem: 'to: an extension cannot call itself' }
  return { call: switchboard.dial({ user, to, plan }) }
}

interface InboundTarget {
  readonly line: Line
  readonly rings: { readonly user: User } | { readonly queue: Queue }
}

function inboundTarget(
  request: CallRequest,
  directory: Directory
): InboundTarget | { readonly problem: string } {
  const { to, queue: queuePk, extension } = request
  const line = to === undefined ? undefined : directory.line(to)
  if (to !== undefined && line === undefined) return { problem: `to: ${to} is not a number of this account` }

  if (extension !== undefined) {
    const user = directory.user(extension)
    if (user === undefined) return { problem: `extension: there is no extension ${extension}` }
    return onLine(line ?? directory.linesOf(user)[0], { user })
  }
  if (queuePk !== undefined) {
    const queue = directory.queue(queuePk)
    if (queue === undefined) return { problem: `queue: there is no queue ${queuePk}` }
    return onLine(line ?? directory.lineOfQueue(queue), { queue })
  }
  if (line === undefined) return { problem: 'say whom the call is for: to, queue or extension' }
  if ('queuePk' in line.rings) {
    const queue = directory.queue(line.rings.queuePk)
    if (queue !== undefined) return { line, rings: { queue } }
  } else {
    const user = directory.user(line.rings.extension)
    if (user !== undefined) return { line, rings: { user } }
  }
  return { problem: `to: nobody answers ${line.number}` }
}

function onLine(
  line: Line | undefined,
  rings: InboundTarget['rings']
): InboundTarget | { readonly problem: string } {
  return line === undefined
    ? { problem: 'to: this extension has no number of its own, so name one' }
    : { line, rings }
}

function planOf({ plan }: CallRequest): CallPlan | null {
  if (plan === undefined) return null
  return {
    outcome: plan.outcome,
    answerAfterMs: plan.answer_after_ms,
    answeredBy: plan.answered_by,
    endAfterMs: plan.end_after_ms
  }
}
