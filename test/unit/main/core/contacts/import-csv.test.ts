import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportPreview } from '../../../../../src/shared/domain/contact.ts'
import { openContacts, reasonsOf, sampleOf } from '../../../../fakes/open-contacts.ts'

let contacts: ReturnType<typeof openContacts>
beforeEach(() => {
  contacts = openContacts()
})

const fieldsOf = ({ columns }: ImportPreview) => columns.map(({ field }) => field)

describe('a CSV file', () => {
  test('is read with quotes, line breaks, a mark of its encoding and semicolons', async () => {
    const read = await contacts.preview(
      '\ufeffName;Phone;Firma\r\n"Love""lace;\nAda";(212) 555-0101;Acme\r\n'
    )
    expect(fieldsOf(read)).toEqual(['name', 'number', 'company'])
    expect(sampleOf(read)).toEqual([['Love"lace; Ada', 'Acme', '+12125550101']])
  })

  test.each([
    [
      'First Name,Middle Name,Last Name,Company,Home Phone,Mobile Phone,Business Fax,E-mail Address',
      'first-name,ignored,last-name,company,number,number,ignored,ignored'
    ],
    [
      'Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name',
      'name,first-name,last-name,ignored,number,company'
    ],
    [
      'First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value',
      'first-name,last-name,company,ignored,number'
    ],
    [
      'Vorname,Name,Telefon geschäftlich,Mobiltelefon,Hausnummer,Kundennummer',
      'first-name,last-name,number,number,ignored,ignored'
    ],
    [
      'Prénom,Nom,Société,Téléphone (bureau),Tél. mobile,Numéro de client',
      'first-name,last-name,company,number,number,ignored'
    ],
    [
      'Nombre,Apellidos,Empresa,Teléfono móvil,Correo electrónico',
      'first-name,last-name,company,number,ignored'
    ],
    ['Nombre,Teléfono', 'name,number'],
    ['__proto__,constructor,Name,Number', 'ignored,ignored,name,number']
  ])('with the columns %s', async (titles, fields) => {
    expect(fieldsOf(await contacts.preview(`${titles}\n${titles.replaceAll(/[^,]+/g, 'x')}`)).join(',')).toBe(
      fields
    )
  })

  test('without titles is read by what stands in it', async () => {
    const read = await contacts.preview('Ada Lovelace,+1 212 555 0101\nBen,212-555-0102')
    expect(sampleOf(read)).toEqual([
      ['Ada Lovelace', null, '+12125550101'],
      ['Ben', null, '+12125550102']
    ])
  })

  test('is read the way the user says', async () => {
    const text = 'Wer,Wo,Was\nAda,Acme,2125550101'
    const columns = ['company', 'name', 'number'] as const
    expect(sampleOf(await contacts.preview(text, { columns }))).toEqual([['Acme', 'Ada', '+12125550101']])
  })

  test('with several numbers keeps what kind each is', async () => {
    const read = await contacts.preview(
      'Name,Phone 1 - Label,Phone 1 - Value,Work Phone\nAda,* Mobile,212 555 0101 ::: 212 555 0102,1001'
    )
    expect(read.sample[0]?.numbers.map(({ address, label }) => [address, label])).toEqual([
      ['+12125550101', 'Mobile'],
      ['+12125550102', 'Mobile'],
      ['1001', 'Work Phone']
    ])
  })

  test('says of each row that is not taken why', async () => {
    const rows = [
      'Name,Phone',
      ',2125550101',
      'Ada,',
      'Ada,abc',
      'Ada,5',
      'Ada,anonymous',
      'Ada,4.93E+11',
      'A\ufffd,2125550101',
      '',
      `${'x'.repeat(201)},2125550101`,
      '=HYPERLINK("x"),2125550101'
    ]
    const read = await contacts.preview(rows.join('\n'))
    expect(reasonsOf(read)).toEqual([
      [2, 'contacts.import.noName'],
      [3, 'contacts.import.noNumber'],
      [4, 'contacts.number.unreadable'],
      [5, 'contacts.number.wrongLength'],
      [6, 'contacts.number.withheld'],
      [7, 'contacts.number.rounded'],
      [8, 'contacts.import.unreadableText'],
      [10, 'contacts.import.nameTooLong']
    ])
    expect(read.rejected[2]).toMatchObject({
      text: 'Ada, abc',
      reason: 'contacts.number.unreadable {"text":"abc"}'
    })
    expect(read).toMatchObject({ newCount: 1, rejectedCount: 8 })
    expect(read.sample[0]?.name).toBe('=HYPERLINK("x")')
  })

  test('counts each filled row once: as taken, known or not taken', async () => {
    const rows = [
      'Name;Company;Phone;Mobile;Notes',
      'Zoë;Müller & Söhne;(212) 555-0141;+49 170 1234567;odd',
      ';;;',
      'Nobody;Acme;;;x',
      'In part;Acme;abc;12;',
      'Two;Acme;415-555-0101 / 415-555-0102;;',
      'Short row',
      'Again;Acme;+16175550118;;',
      'Again;Acme;+16175550118;n/a;'
    ]
    const read = await contacts.preview(rows.join('\n'))
    expect(read).toMatchObject({ newCount: 3, knownCount: 1, rejectedCount: 3, partialCount: 2 })
    expect(read.partial.map(({ row }) => row)).toEqual([5, 9])
    expect(reasonsOf(read)).toEqual([
      [4, 'contacts.import.noNumber'],
      [6, 'contacts.number.several'],
      [7, 'contacts.import.noNumber']
    ])
  })

  test.each([
    ['415-555-0101 / 415-555-0102', 'several'],
    ['+14155550101;+14155550102', 'several'],
    ['4155550101 or 4155550102', 'several'],
    ['415-555-0101 / 0102', 'wrongLength'],
    ['415-555-0101-415-555-0102', 'wrongLength']
  ])('never joins numbers, nor guesses where one ends: %s', async (cell, problem) => {
    const read = await contacts.preview(`Name,Phone\nAda,"${cell}"`)
    expect(reasonsOf(read)).toEqual([[2, `contacts.number.${problem}`]])
  })

  test('keeps the numbers that can be read, and says which cannot', async () => {
    const read = await contacts.preview('Name,Phone,Mobile\nAda,2125550101,n/a')
    expect(sampleOf(read)).toEqual([['Ada', null, '+12125550101']])
    expect(read).toMatchObject({ newCount: 1, rejectedCount: 0, rejected: [], partialCount: 1 })
    expect(read.partial).toMatchObject([
      { row: 2, reason: expect.stringMatching(/^contacts\.import\.leftOut.*contacts\.number\.unreadable/) }
    ])
  })

  test('with a quote that is never closed ends with a reason', async () => {
    const outcome = await contacts.service.imports.preview({
      fileName: 'a.csv',
      text: `Name,Phone\n"${'Ada,1\n'.repeat(500_000)}`,
      columns: null
    })
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable-file' } })
  })

  test('of any content is read to its end, and no row comes of nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const { newCount } = await contacts.preview(`Name,Phone\nAda,1001\n${text}`)
        expect(newCount).toBeLessThanOrEqual(1 + text.split(/[\r\n]/).length)
      }),
      { numRuns: 200 }
    )
  })

  test('of two hundred thousand rows leaves others their turn', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `Person ${index},${1_000 + (index % 9_000)}`)
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 5)
    const read = await contacts.preview(`Name,Phone\n${rows.join('\n')}`)
    clearInterval(timer)
    expect(read.newCount + read.rejectedCount).toBe(200_000)
    expect(turns).toBeGreaterThan(20)
  }, 60_000)
})
