import { expect, test } from 'vitest'
import { createCrmOpener } from '../../../../../src/main/core/crm/index.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import { anna, number } from '../../../../fakes/sample-office.ts'
import { call } from '../../../../fakes/sample-records.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const template = 'https://crm.example/?n={number}&q={queue}&who={name}&me={extension}'

function opener(options: { template?: string; opens?: boolean; findCall?: () => Promise<Call | null> } = {}) {
  const opened: string[] = []
  const crm = createCrmOpener({
    template: () => options.template ?? template,
    describe: (address) => number(address),
    findCall: options.findCall ?? (() => Promise.resolve(call({ queueName: 'Sales & more' }))),
    myExtension: () => '1001',
    urlOpener: {
      open(url) {
        opened.push(url)
        return Promise.resolve(options.opens ?? true)
      }
    },
    t: textByKey
  })
  return { crm, opened }
}

test('a caller is opened with what their call knows', async () => {
  const { crm, opened } = opener()
  expect(await crm.openPerson(anna.address, 'call-1')).toEqual({ ok: true, value: { ok: true } })
  expect(opened).toEqual([
    'https://crm.example/?n=%2B15551234567&q=Sales%20%26%20more&who=Anna%20Meier&me=1001'
  ])
})

test('a person is opened without a call, or where it cannot be read', async () => {
  const { crm, opened } = opener({ findCall: () => Promise.reject(new Error('busy')) })
  await crm.openPerson('+15550000001', null)
  await crm.openPerson('+15550000001', 'call-1')
  expect(opened).toEqual(Array(2).fill('https://crm.example/?n=%2B15550000001&q=&who=&me=1001'))
})

test.each([
  [{ template: '' }, 'no-crm'],
  [{ template: 'http://crm.example/{number}' }, 'bad-template'],
  [{ template: 'https://crm.example/{phone}' }, 'bad-template'],
  [{ opens: false }, 'not-opened']
] as const)('with %o it says why nothing opened', async (options, code) => {
  const { crm } = opener(options)
  expect(await crm.openPerson(anna.address, null)).toMatchObject({ ok: false, failure: { code } })
})

test('nothing opens with a template that is refused', async () => {
  const { crm, opened } = opener({ template: 'https://{name}/' })
  await crm.openPerson(anna.address, null)
  expect(opened).toEqual([])
})
