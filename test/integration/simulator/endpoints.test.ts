import { describe, expect, it } from 'vitest'
import { runningSimulator } from './running-simulator.ts'

const aCall = { from: '1001', to: '+15551234567', caller_id: '+15559876543', recording: true }
const anSms = { from: '+15559876543', to: '+12125550141', message: 'Hello from Voice360!' }

/** Each endpoint, and the status it has for each kind of caller. */
const accessTable = [
  ['GET', '/availability', { developer: 200, user: 403, none: 200 }],
  ['GET', '/queues', { developer: 200, user: 403, none: 200 }],
  ['GET', '/queues/100134', { developer: 200, user: 403, none: 200 }],
  ['GET', '/availability/queues', { developer: 200, user: 403, none: 200 }],
  ['GET', '/availability/queues/100134', { developer: 200, user: 403, none: 200 }],
  ['POST', '/call/outbound', { developer: 200, user: 200, none: 401 }],
  ['POST', '/sms/send', { developer: 200, user: 200, none: 401 }],
  ['GET', '/user', { developer: 403, user: 200, none: 401 }],
  ['GET', '/user/numbers', { developer: 403, user: 200, none: 401 }]
] as const

describe('access', () => {
  it.for(accessTable)('%s %s answers each kind of caller as documented', async ([method, path, statuses]) => {
    const { get, post, developer, john } = await runningSimulator()
    const ask = (key?: string) =>
      method === 'GET' ? get(path, key) : post(path, path === '/sms/send' ? anSms : aCall, key)
    expect((await ask(developer)).status).toBe(statuses.developer)
    expect((await ask(john)).status).toBe(statuses.user)
    expect((await ask()).status).toBe(statuses.none)
    expect((await ask('wrong')).status).toBe(403)
  })

  it('says which key it refused, by its beginning only', async () => {
    const { get } = await runningSimulator()
    const { body } = await get('/availability', 'abcd_efghijklmnop')
    expect(body).toEqual({
      result: null,
      error: true,
      message: 'Invalid API key provided',
      error_code: 'AUTH_INVALID',
      details: {
        provided_key: 'abcd_efg_xxx...',
        help: 'Please check your API key at https://voice360.app/settings/api'
      },
      timestamp: '2024-01-15T10:30:00Z'
    })
  })

  it('says that permissions are insufficient, and that a key is required', async () => {
    const { get, john } = await runningSimulator()
    expect((await get('/availability', john)).body).toMatchObject({
      error_code: 'AUTH_INVALID',
      message: expect.stringMatching(/insufficient permissions/i)
    })
    expect((await get('/user')).body).toMatchObject({ result: null, error_code: 'AUTH_REQUIRED' })
  })
})

describe('GET /availability', () => {
  it("is the document's for a developer, with the calls that are under way", async () => {
    const { get, post, developer, advance } = await runningSimulator()
    await post('/call/outbound', { from: '1001', to: '5551234' }, developer)
    await advance(45_300)
    const { body } = await get('/availability', developer)
    expect(body).toMatchObject({ error: false, message: 'User availability data' })
    expect(body.result).toHaveLength(12)
    expect(body.result[0]).toEqual({
      pk: 123,
      presence_id: '1001',
      callerID: 'John Smith',
      first_name: 'John',
      last_name: 'Smith',
      devices_registered: true,
      channels: [{ to: '5551234', from: '1001', call_seconds: 45, direction: 'outbound' }]
    })
  })

  it('tells the public no more than who is online', async () => {
    const { get } = await runningSimulator()
    expect((await get('/availability')).body.result[0]).toEqual({
      presence_id: '1001',
      callerID: 'John Smith',
      first_name: 'John',
      last_name: 'Smith',
      devices_registered: true
    })
  })
})

describe('queues', () => {
  it("are the document's", async () => {
    const { get, developer } = await runningSimulator()
    const { body } = await get('/queues', developer)
    expect(body.message).toBe('List of queues')
    expect(body.result[0]).toEqual({
      pk: 100134,
      name: '100134',
      queue_name: 'Sales Queue',
      extension: '8001',
      strategy: 'ringall',
      musiconhold: 'default',
      timeout: 20,
      retry: 5,
      wrapuptime: 10,
      maxlen: 0,
      joinempty: 'yes',
      leavewhenempty: 'no',
      ringinuse: 'no'
    })
    expect(body.result[1]).toMatchObject({
      pk: 100135,
      extension: '8002',
      strategy: 'fewestcalls',
      timeout: 30
    })
  })

  it('name their users one by one', async () => {
    const { get, developer } = await runningSimulator()
    const { body } = await get('/queues/100134', developer)
    expect(body.result).toMatchObject({ pk: 100134, strategy: 'ringall' })
    expect(body.result.users[0]).toEqual({
      pk: 123,
      presence_id: '1001',
      callerID: 'John Smith',
      first_name: 'John',
      last_name: 'Smith'
    })
  })

  it('tell the public what they are called', async () => {
    const { get } = await runningSimulator()
    const basics = { pk: 100134, name: '100134', queue_name: 'Sales Queue', extension: '8001' }
    expect((await get('/queues')).body.result[0]).toEqual(basics)
    expect((await get('/queues/100134')).body.result).toEqual(basics)
  })

  it('count their agents and calls', async () => {
    const { get, control, developer } = await runningSimulator()
    const call = await control('POST', '/calls', { from: '+12125550141', queue: 100134 })
    await control('POST', `/calls/${call.body.call_id}/answer`, { extension: '1002' })
    await control('PUT', '/users/1003', { devices_registered: false })
    const counts = {
      pk: 100134,
      name: '100134',
      queue_name: 'Sales Queue',
      extension: '8001',
      is_ready: true,
      agents_online: 3,
      agents_available: 2,
      agents_on_call: 1,
      active_calls: 1
    }
    expect((await get('/availability/queues')).body.result[0]).toEqual(counts)
    expect((await get('/availability/queues/100134')).body.result).toEqual(counts)
    const { agents, ...rest } = (await get('/availability/queues/100134', developer)).body.result
    expect(rest).toEqual(counts)
    expect(agents[1]).toMatchObject({ presence_id: '1002', channels: [{ direction: 'inbound' }] })
  })
})

describe('POST /call/outbound', () => {
  it('answers as the document does, and webhooks go by the same id', async () => {
    const { post, control, developer, advance } = await runningSimulator()
    const { body } = await post('/call/outbound', aCall, developer)
    expect(body).toEqual({
      result: {
        call_id: expect.stringMatching(/^c\d{5}-\d{5}-[0-9a-f]{6}$/),
        status: 'initiating',
        from: '1001',
        to: '+15551234567',
        timestamp: '2024-01-15T10:30:00Z'
      },
      error: false,
      message: 'Call initiated successfully',
      timestamp: '2024-01-15T10:30:00Z'
    })
    await advance(2_000)
    expect((await control('GET', '/events')).body).toMatchObject([
      { event_name: 'USER_DIAL', metadata: { call_id: body.result.call_id } }
    ])
  })

  it.for([
    [{ to: '+15551234567' }, 'from'],
    [{ from: '1001' }, 'to'],
    [{ ...aCall, from: '9999' }, 'from'],
    [{ ...aCall, to: 'grandma' }, 'to'],
    [{ ...aCall, to: '1001' }, 'to'],
    [{ ...aCall, caller_id: '+19995550100' }, 'caller_id'],
    [{ ...aCall, recording: 'yes' }, 'recording'],
    ['{', 'JSON'],
    ['[]', '']
  ] as const)('refuses %o', async ([body, culprit]) => {
    const { post, developer } = await runningSimulator()
    const answer = await post('/call/outbound', body, developer)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ result: null, error: true, error_code: 'BAD_REQUEST' })
    expect(answer.body.message).toContain(culprit)
  })

  it('lets a user call from the own extension and numbers only', async () => {
    const { post, john } = await runningSimulator()
    expect((await post('/call/outbound', { ...aCall, from: '1002' }, john)).status).toBe(403)
    expect((await post('/call/outbound', { ...aCall, caller_id: '+12125550102' }, john)).status).toBe(403)
    expect((await post('/call/outbound', aCall, john)).status).toBe(200)
  })
})

describe('POST /sms/send', () => {
  it('queues the message', async () => {
    const { post, john } = await runningSimulator()
    expect((await post('/sms/send', anSms, john)).body.result).toEqual({
      message_id: expect.stringMatching(/^msg_/),
      status: 'queued',
      from: anSms.from,
      to: anSms.to,
      timestamp: '2024-01-15T10:30:00Z'
    })
  })

  it('takes 160 characters and no more', async () => {
    const { post, developer } = await runningSimulator()
    expect((await post('/sms/send', { ...anSms, message: 'é'.repeat(160) }, developer)).status).toBe(200)
    expect((await post('/sms/send', { ...anSms, message: 'e'.repeat(161) }, developer)).status).toBe(400)
    expect((await post('/sms/send', { ...anSms, message: '' }, developer)).status).toBe(400)
  })

  it('wants a number of the account that is enabled for SMS', async () => {
    const { post, developer, john } = await runningSimulator()
    expect((await post('/sms/send', { ...anSms, from: '+12125550104' }, developer)).status).toBe(400)
    expect((await post('/sms/send', { ...anSms, from: '+19995550100' }, developer)).status).toBe(400)
    expect((await post('/sms/send', { ...anSms, from: '+12125550102' }, john)).status).toBe(403)
  })
})

describe('the user', () => {
  it("has the document's profile", async () => {
    const { get, john } = await runningSimulator()
    const { body } = await get('/user', john)
    expect(body.message).toBe('User profile details')
    expect(body.result).toEqual({
      pk: 123,
      asterisk_user_id: 456,
      presence_id: '1001',
      callerID: 'John Smith',
      first_name: 'John',
      last_name: 'Smith',
      email: 'john.smith@company.com',
      voicemail_enabled: true,
      forward_enabled: false,
      forward_number: null,
      time_zone: 'America/New_York'
    })
  })

  it("has the document's numbers", async () => {
    const { get, john } = await runningSimulator()
    expect((await get('/user/numbers', john)).body.result).toEqual([
      {
        pk: 789,
        number: '+15551234567',
        friendly_name: 'Main Business Line',
        sms_enabled: true,
        mms_enabled: true
      },
      {
        pk: 790,
        number: '+15559876543',
        friendly_name: 'Support Line',
        sms_enabled: true,
        mms_enabled: false
      }
    ])
  })
})
