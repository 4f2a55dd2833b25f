import { describe, expect, it } from 'vitest'
import { type CallPlan, ringingExtensions } from '../../../../src/simulator/pbx/call.ts'
import { lineWith, office, queueWith, userWith } from './office.ts'

const aCaller = '+12125550141'
const mainLine = '+15551234567'
const sales = 100134
const support = 100135

function callToJohn({ directory, switchboard }: ReturnType<typeof office>, plan: CallPlan | null = null) {
  const line = lineWith(directory, mainLine)
  const rings = { user: userWith(directory, '1001') }
  return switchboard.receive({ from: aCaller, line, callerName: 'Grace Okafor', rings, plan })
}

function callToQueue(
  { directory, switchboard }: ReturnType<typeof office>,
  pk: number,
  plan: CallPlan | null = null
) {
  const queue = queueWith(directory, pk)
  const line = lineWith(directory, mainLine)
  return switchboard.receive({ from: aCaller, line, callerName: null, rings: { queue }, plan })
}

describe('a call to a direct number', () => {
  it('rings, is answered, ends, and lasts as long as the talk', () => {
    const here = office()
    const call = callToJohn(here)
    expect(ringingExtensions(call)).toEqual(['1001'])
    here.clock.advance(5_000)
    here.switchboard.answer(call.id)
    here.clock.advance(42_000)
    here.switchboard.hangUp(call.id, 'agent')

    const facts = {
      call_id: call.id,
      from_number: aCaller,
      to_number: mainLine,
      direction: 'inbound',
      extension: '1001',
      caller_name: 'Grace Okafor'
    }
    expect(here.events).toEqual([
      { name: 'INCOMING_EXTERNAL_CALL', atMs: 0, metadata: facts },
      { name: 'USER_ANSWER', atMs: 5_000, metadata: facts },
      { name: 'CALL_ENDED', atMs: 47_000, metadata: { ...facts, duration: 42 } }
    ])
    expect(call.outcome).toBe('answered')
  })

  it('rings on until it is told otherwise', () => {
    const here = office()
    const call = callToJohn(here)
    here.clock.advance(3_600_000)
    expect(call.state).toBe('ringing')
  })

  it('is missed when nobody answers', () => {
    const here = office()
    const call = callToJohn(here)
    here.switchboard.hangUp(call.id, 'caller')
    expect(call.outcome).toBe('missed')
    expect(here.events.at(-1)).toMatchObject({ name: 'CALL_ENDED', metadata: { duration: 0 } })
  })

  it('names the colleague who answered it', () => {
    const here = office()
    const call = callToJohn(here)
    here.switchboard.answer(call.id, '1002')
    here.switchboard.hangUp(call.id, 'caller')
    expect(here.events.map(({ metadata }) => metadata['extension'])).toEqual(['1001', '1002', '1002'])
  })

  it('does not ring a phone that is switched off', () => {
    const here = office()
    here.directory.setRegistered('1001', false)
    const call = callToJohn(here)
    expect(ringingExtensions(call)).toEqual([])
    expect(here.switchboard.answer(call.id)).toBe('nobody_can_answer')
  })

  it('follows its plan', () => {
    const here = office()
    const call = callToJohn(here, {
      outcome: 'answered',
      answerAfterMs: 3_000,
      answeredBy: '1005',
      endAfterMs: 9_000
    })
    here.clock.advance(60_000)
    expect(call).toMatchObject({
      extension: '1005',
      answeredAtMs: 3_000,
      endedAtMs: 12_000,
      outcome: 'answered'
    })
  })

  it('refuses what cannot be', () => {
    const here = office()
    const call = callToJohn(here)
    const other = callToJohn(here)
    expect(here.switchboard.answer('c-unknown')).toBe('no_such_call')
    here.switchboard.answer(call.id)
    expect(here.switchboard.answer(call.id)).toBe('not_ringing')
    expect(here.switchboard.answer(other.id)).toBe('nobody_can_answer')
    here.switchboard.hangUp(call.id, 'caller')
    expect(here.switchboard.hangUp(call.id, 'caller')).toBe('already_ended')
    expect(here.switchboard.answer(call.id)).toBe('already_ended')
  })
})

describe('a call to a queue', () => {
  it('rings all free members, and stops ringing them when one answers', () => {
    const here = office()
    const busy = callToJohn(here)
    here.switchboard.answer(busy.id)
    const call = callToQueue(here, sales)
    expect(ringingExtensions(call)).toEqual(['1002', '1003', '1004'])
    here.switchboard.answer(call.id, '1003')
    expect(here.switchboard.channelsOf('1002')).toEqual([])
    expect(here.events.at(-1)).toMatchObject({
      name: 'USER_ANSWER',
      metadata: { extension: '1003', queue_id: sales, queue_name: 'Sales Queue' }
    })
  })

  it('goes from agent to agent, with the pauses of the queue', () => {
    const here = office()
    const first = callToQueue(here, support)
    here.switchboard.answer(first.id)
    here.switchboard.hangUp(first.id, 'caller')
    const call = callToQueue(here, support)
    expect(ringingExtensions(call)).toEqual(['1005'])
    here.clock.advance(30_000)
    expect(call.state).toBe('waiting')
    here.clock.advance(5_000)
    expect(call.state).toBe('ringing')
  })

  it.for([
    ['abandoned', 'QUEUE_HANGUP_ABANDONED'],
    ['timeout', 'QUEUE_HANGUP_TIMEOUT'],
    ['no_answer', 'QUEUE_NO_ANSWER'],
    ['missed', 'QUEUE_NO_ANSWER']
  ] as const)('that is %s says %s before it ends', ([outcome, eventName]) => {
    const here = office()
    callToQueue(here, sales, { outcome, answerAfterMs: 0, endAfterMs: 8_000 })
    here.clock.advance(60_000)
    expect(here.eventNames()).toEqual(['INCOMING_EXTERNAL_CALL', eventName, 'CALL_ENDED'])
  })

  it('is abandoned when the caller hangs up, not answered when the agents turn it away', () => {
    const here = office()
    here.switchboard.hangUp(callToQueue(here, sales).id, 'caller')
    here.switchboard.hangUp(callToQueue(here, sales).id, 'agent')
    expect(here.eventNames().filter((name) => name.startsWith('QUEUE'))).toEqual([
      'QUEUE_HANGUP_ABANDONED',
      'QUEUE_NO_ANSWER'
    ])
  })

  it('is nobody’s while it waits', () => {
    const here = office()
    callToQueue(here, sales)
    expect(here.events[0]?.metadata).not.toHaveProperty('extension')
  })
})

describe('an outbound call of the API', () => {
  const click = (here: ReturnType<typeof office>, hasOwnEventId = false) =>
    here.switchboard.clickToCall({ user: userWith(here.directory, '1001'), to: aCaller, hasOwnEventId })

  it('rings the agent, dials, is answered, and ends', () => {
    const here = office()
    const call = click(here)
    expect(call.state).toBe('initiating')
    here.clock.advance(300)
    expect(call.state).toBe('ringing')
    here.clock.advance(1_000)
    expect(call.state).toBe('dialing')
    here.clock.advance(4_000)
    expect(call.state).toBe('answered')
    here.clock.advance(30_000)
    expect(here.events).toMatchObject([
      {
        name: 'USER_DIAL',
        atMs: 1_300,
        metadata: { from_number: '1001', to_number: aCaller, extension: '1001' }
      },
      { name: 'USER_ANSWER', atMs: 5_300 },
      { name: 'USER_HANGUP', atMs: 35_300 },
      {
        name: 'CALL_ENDED',
        atMs: 35_300,
        metadata: { duration: 30, direction: 'outbound', call_id: call.id }
      }
    ])
  })

  it('is not dialed when the agent’s phone is switched off', () => {
    const here = office()
    here.directory.setRegistered('1001', false)
    click(here)
    here.clock.advance(60_000)
    expect(here.eventNames()).toEqual(['USER_HANGUP', 'CALL_ENDED'])
  })

  it('may go by another id in webhooks', () => {
    const here = office()
    const call = click(here, true)
    here.clock.advance(60_000)
    expect(new Set(here.events.map(({ metadata }) => metadata['call_id']))).toEqual(
      new Set([call.eventCallId])
    )
    expect(call.eventCallId).not.toBe(call.id)
  })

  it('shows its seconds on the channel', () => {
    const here = office()
    click(here)
    here.clock.advance(10_300)
    expect(here.switchboard.channelsOf('1001')).toEqual([
      { to: aCaller, from: '1001', call_seconds: 10, direction: 'outbound' }
    ])
  })
})

describe('an internal call', () => {
  it('has no incoming event: the caller dials, the colleague answers', () => {
    const here = office()
    const call = here.switchboard.dial({ user: userWith(here.directory, '1002'), to: '1001', plan: null })
    expect(here.switchboard.channelsOf('1001')).toMatchObject([
      { from: '1002', to: '1001', direction: 'inbound' }
    ])
    here.switchboard.answer(call.id)
    here.switchboard.hangUp(call.id, 'agent')
    const facts = {
      from_number: '1002',
      to_number: '1001',
      direction: 'internal',
      caller_name: 'Anna Kowalska'
    }
    expect(here.events).toMatchObject([
      { name: 'USER_DIAL', metadata: { ...facts, extension: '1002' } },
      { name: 'USER_ANSWER', metadata: { ...facts, extension: '1001' } },
      { name: 'USER_HANGUP', metadata: { ...facts, extension: '1002' } },
      { name: 'CALL_ENDED', metadata: { ...facts, extension: '1002' } }
    ])
  })
})
