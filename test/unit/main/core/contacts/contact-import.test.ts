import { beforeEach, describe, expect, test } from 'vitest'
import { openContacts } from '../../../../fakes/open-contacts.ts'

let contacts: ReturnType<typeof openContacts>
beforeEach(() => {
  contacts = openContacts()
})

describe('what is known', () => {
  test('is joined by name, and by company where both have one', async () => {
    contacts.ledger.contacts = [
      {
        id: 'ada',
        name: 'Ada Lovelace',
        company: null,
        numbers: [{ address: '+12125550101', label: null }],
        shared: null
      },
      { id: 'ben', name: 'Ben', company: 'Acme', numbers: [{ address: '1001', label: 'Work' }], shared: null }
    ]
    const rows = [
      'Name,Company,Phone,Mobile',
      'ada lovelace,,2125550101,',
      'ADA LOVELACE,Acme,2125550102,2125550101',
      'Ben,Other Ltd,1002,',
      'Ben,ACME,1003,',
      'Cleo,,1004,',
      'Cleo,,1004,'
    ]
    const read = await contacts.preview(rows.join('\n'))
    expect(read).toMatchObject({ newCount: 4, knownCount: 2, rejectedCount: 0 })
    contacts.service.imports.start(read.importId)
    await contacts.ended
    expect(contacts.ledger.contacts).toMatchObject([
      {
        id: 'ada',
        name: 'Ada Lovelace',
        company: 'Acme',
        numbers: [{ address: '+12125550101' }, { address: '+12125550102' }]
      },
      { name: 'Ben', company: 'Other Ltd', numbers: [{ address: '1002' }] },
      { id: 'ben', company: 'Acme', numbers: [{ address: '1001', label: 'Work' }, { address: '1003' }] },
      { name: 'Cleo', numbers: [{ address: '1004' }] }
    ])
  })
})

describe('the storing', () => {
  const many = (count: number) =>
    `Name,Phone\n${Array.from({ length: count }, (_, index) => `Person ${index},${2_125_550_000 + index}`).join('\n')}`

  test('goes in batches, tells of each, and names who calls', async () => {
    const { importId } = await contacts.preview(many(1_200))
    expect(contacts.service.imports.start(importId)).toMatchObject({
      ok: true,
      value: { state: 'running', totalCount: 1_200 }
    })
    expect(await contacts.ended).toMatchObject({ state: 'done', storedCount: 1_200, totalCount: 1_200 })
    expect(contacts.progress.map(({ storedCount }) => storedCount)).toEqual([0, 500, 1_000, 1_200, 1_200])
    expect(contacts.directory.describe('+12125550007').name).toBe('Person 7')
  })

  test('begins once, whoever asks again', async () => {
    const { importId } = await contacts.preview(many(3))
    contacts.service.imports.start(importId)
    contacts.service.imports.start(importId)
    await contacts.ended
    expect(contacts.service.imports.start(importId)).toMatchObject({ ok: true, value: { state: 'done' } })
    expect(contacts.ledger.contacts).toHaveLength(3)
    expect(contacts.progress.filter(({ state }) => state === 'done')).toHaveLength(1)
  })

  test('is one at a time, of what was last previewed', async () => {
    const first = await contacts.preview(many(600))
    const second = await contacts.preview(many(700))
    const start = (importId: string) => contacts.service.imports.start(importId)
    expect(start(first.importId)).toMatchObject({ ok: false, failure: { code: 'import-gone' } })
    expect(start(second.importId)).toMatchObject({ ok: true })
    expect(start(first.importId)).toMatchObject({ ok: false, failure: { code: 'import-running' } })
    await contacts.ended
    expect(start(second.importId)).toMatchObject({ ok: true, value: { state: 'done' } })
    expect(contacts.ledger.contacts).toHaveLength(700)
  })

  test('that is cancelled keeps what was stored', async () => {
    const { importId } = await contacts.preview(many(5_000))
    contacts.service.imports.start(importId)
    contacts.service.imports.cancel('another')
    contacts.service.imports.cancel(importId)
    expect(await contacts.ended).toMatchObject({ state: 'cancelled' })
    expect(contacts.ledger.contacts.length).toBeLessThan(5_000)
  })

  test('that the disk refuses says so', async () => {
    const { importId } = await contacts.preview(many(3))
    contacts.ledger.unavailable.add('saveContacts')
    contacts.service.imports.start(importId)
    expect(await contacts.ended).toMatchObject({
      state: 'failed',
      storedCount: 0,
      message: 'contacts.notStored'
    })
  })
})
