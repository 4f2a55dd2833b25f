import { describe, expect, it } from 'vitest'
import { runningSimulator } from './running-simulator.ts'

describe('errors', () => {
  it.for(['/nothing', '/queues/1', '/queues/sales', '/availability/queues/1', '/call/outbound', '/'])(
    'GET %s is not found',
    async (path) => {
      const { get, developer } = await runningSimulator()
      const answer = await get(path, developer)
      expect(answer.status).toBe(404)
      expect(answer.body).toMatchObject({ result: null, error: true, error_code: 'NOT_FOUND' })
    }
  )

  it('does not know another account', async () => {
    const { simulator, developer } = await runningSimulator()
    const response = await fetch(`${simulator.apiUrl}/62/queues`, { headers: { 'X-API-Key': developer } })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error_code: 'NOT_FOUND', message: 'Account not found' })
  })

  it('answers outside the API too', async () => {
    const { simulator } = await runningSimulator()
    expect((await fetch(simulator.url)).status).toBe(404)
  })

  it('takes bodies of 64 KiB and no larger', async () => {
    const { post, developer } = await runningSimulator()
    const padding = (length: number) => ' '.repeat(length)
    const sms = JSON.stringify({ from: '+15559876543', to: '+12125550141', message: 'Hi' })
    expect((await post('/sms/send', sms + padding(65_536 - sms.length), developer)).status).toBe(200)
    expect((await post('/sms/send', sms + padding(65_537 - sms.length), developer)).status).toBe(400)
  })

  it('lets no page of another origin read it', async () => {
    const { simulator } = await runningSimulator()
    const response = await fetch(`${simulator.apiUrl}/61/queues`, {
      headers: { origin: 'https://example.com' }
    })
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('rate limits', () => {
  it('are told with every answer, errors included', async () => {
    const { get, developer } = await runningSimulator()
    const limits = async (path: string, key?: string) => {
      const { headers } = await get(path, key)
      return [headers.get('X-RateLimit-Limit'), headers.get('X-RateLimit-Remaining')]
    }
    expect(await limits('/queues', developer)).toEqual(['1000', '999'])
    expect(await limits('/nothing', developer)).toEqual(['1000', '998'])
    expect(await limits('/queues')).toEqual(['100', '99'])
    expect(await limits('/queues', 'wrong')).toEqual(['100', '98'])
  })

  it('stop a key for the rest of the minute, and no other key', async () => {
    const { get, developer, john, advance } = await runningSimulator({ rateLimit: { keyed: 2 } })
    await get('/queues', developer)
    await advance(20_000)
    await get('/queues', developer)
    const refused = await get('/queues', developer)
    expect(refused.status).toBe(429)
    expect(refused.body).toMatchObject({ result: null, error: true, error_code: 'RATE_LIMITED' })
    expect(refused.headers.get('X-RateLimit-Remaining')).toBe('0')
    expect(refused.headers.get('Retry-After')).toBe('40')
    expect((await get('/user', john)).status).toBe(200)
    await advance(40_000)
    expect((await get('/queues', developer)).status).toBe(200)
  })

  it('stop an address that shows no key', async () => {
    const { get } = await runningSimulator({ rateLimit: { publicPerAddress: 1 } })
    expect((await get('/queues')).status).toBe(200)
    expect((await get('/queues')).status).toBe(429)
  })
})
