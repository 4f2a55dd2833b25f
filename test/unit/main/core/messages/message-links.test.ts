import { beforeEach, expect, test } from 'vitest'
import { type OpenedMessaging, openMessaging } from '../../../../fakes/open-messaging.ts'
import { messageRecord } from '../../../../fakes/sample-records.ts'

const body =
  'See https://example.com/a?b=1#c, (http://example.com/plain) or https://example.com.evil.net/x! Not javascript:alert(1)\nhttps://example.org/é。'

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
  it.ledger.messages = [messageRecord({ id: 'm', body })]
})

const open = (url: string, messageId = 'm') => it.messageLinks.open(messageId, url)

test('an address that stands in the message is opened', async () => {
  expect(await open('https://example.com/a?b=1#c')).toEqual({ ok: true, value: { ok: true } })
  expect(await open('https://example.com.evil.net/x')).toMatchObject({ ok: true })
  expect(await open('https://example.org/é')).toMatchObject({ ok: true })
  expect(it.host.asked).toEqual([
    'open https://example.com/a?b=1#c',
    'open https://example.com.evil.net/x',
    'open https://example.org/é'
  ])
})

test.each([
  ['one that does not stand there', 'https://example.org/'],
  ['the beginning of one', 'https://example.com'],
  ['the beginning of a path', 'https://example.com/a'],
  ['what is no web address', 'javascript:alert(1)'],
  ['a file', 'file:///etc/passwd'],
  ['nothing', '']
])('%s is not', async (_what, url) => {
  expect(await open(url)).toMatchObject({ ok: false, failure: { code: 'no-such-link' } })
  expect(it.host.asked).toEqual([])
})

test('one of a message that is not there is not', async () => {
  expect(await open('https://example.com/a?b=1#c', 'other')).toMatchObject({ ok: false })
})

test('one that is not https is not, and why is said', async () => {
  expect(await open('http://example.com/plain')).toEqual({
    ok: false,
    failure: { code: 'not-https', message: 'messages.link.notHttps' }
  })
  expect(it.host.asked).toEqual([])
})
