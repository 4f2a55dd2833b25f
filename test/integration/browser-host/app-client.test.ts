import { expect, test } from 'vitest'
import { openAppClient } from '../../../scripts/app-client.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { runningHost } from './running-host.ts'

test('stands where a page stands: asks, is answered, hears of events', async () => {
  const host = await runningHost()
  const client = await openAppClient(`${host.origin}/?token=${host.token}`)
  expect(await client.request('popup:dismiss-card', { callId: 'call-1' })).toEqual({
    channel: 'popup:dismiss-card',
    args: { callId: 'call-1' }
  })
  for (const address of ['1001', '1002', '1001']) {
    host.pages.publish('window:person-requested', { address, compose: null })
  }
  const next = (address: string) =>
    client.next('window:person-requested', (person) => person.address === address)
  expect(await next('1002')).toMatchObject({ address: '1002' })
  expect(await Promise.all([next('1001'), next('1001')])).toHaveLength(2)
  await expect(client.next('window:person-requested', () => true, 10)).rejects.toThrow('within 10 ms')
  client.close()
})

test('is not let in twice', async () => {
  const host = await runningHost()
  const ui = `${host.origin}/?token=${host.token}`
  const client = await openAppClient(ui)
  await expect(openAppClient(ui)).rejects.toThrow('used before')
  client.close()
})

test('does not wait for an app that has ended', async () => {
  const host = await runningHost(() => new Promise(() => undefined))
  const client = await openAppClient(`${host.origin}/?token=${host.token}`)
  const answer = client.request('calls:list-calls', { filter: noFilter, after: null, limit: 1 })
  host.pages.closeAll()
  await expect(answer).rejects.toThrow('the app has ended')
})
