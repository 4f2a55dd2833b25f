import { beforeEach, describe, expect, test } from 'vitest'
import { openContacts } from '../../../../fakes/open-contacts.ts'

let contacts: ReturnType<typeof openContacts>
beforeEach(() => {
  contacts = openContacts()
})

describe('a contact by hand', () => {
  const draft = (name: string, ...texts: readonly string[]) => ({
    name,
    company: '',
    numbers: texts.map((text) => ({ text, label: '' }))
  })

  test('is kept with its numbers in the stored form, each once, and known at once', async () => {
    const saved = await contacts.service.save(
      'a',
      draft('Ada', '(212) 555-0101', '+1 212 555 0101', '', '1001'),
      null
    )
    expect(saved).toMatchObject({
      ok: true,
      value: {
        contact: { company: null, numbers: [{ address: '+12125550101', label: null }, { address: '1001' }] }
      }
    })
    expect(contacts.directory.describe('+12125550101').name).toBe('Ada')
    await contacts.service.remove('a', null)
    expect(contacts.directory.describe('+12125550101').name).toBeNull()
    expect(await contacts.service.list({ text: '', after: null, limit: 10 })).toEqual([])
  })

  test.each([
    ['nothing', draft('', ''), 'empty-contact'],
    ['a number that is none', draft('Ada', '1001', 'abc'), 'unreadable-number'],
    ['nobody’s number', draft('Ada', 'anonymous'), 'unreadable-number']
  ])('of %s is refused', async (_what, wrong, code) => {
    expect(await contacts.service.save('a', wrong, null)).toMatchObject({ ok: false, failure: { code } })
    expect(contacts.ledger.contacts).toEqual([])
  })

  test('that the disk refuses is not said to be kept', async () => {
    contacts.ledger.unavailable.add('saveContacts')
    expect(await contacts.service.save('a', draft('Ada'), null)).toMatchObject({
      ok: false,
      failure: { code: 'not-stored' }
    })
  })
})
