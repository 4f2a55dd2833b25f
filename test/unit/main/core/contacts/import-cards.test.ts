import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openContacts, reasonsOf, sampleOf } from '../../../../fakes/open-contacts.ts'

let contacts: ReturnType<typeof openContacts>
beforeEach(() => {
  contacts = openContacts()
})

describe('cards', () => {
  const card = (...lines: readonly string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')

  test('of each version are read', async () => {
    const cards = [
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zola;=C3=89mi=',
        'le',
        'TEL;CELL;VOICE:2125550101',
        'TEL;FAX:2125550109'
      ),
      card(
        'VERSION:3.0',
        'FN:Love\\, Ada',
        'ORG:Acme;Research',
        'item1.TEL;type=pref:2125550102',
        'item1.X-ABLabel:_$!<School>!$_',
        'PHOTO;ENCODING=b:AAAA',
        ' BBBB'
      ),
      card('VERSION:4.0', 'FN:Ben', 'TEL;VALUE=uri;TYPE="voice,home":tel:+1-212-555-0103;ext=12'),
      card('VERSION:2.1', 'N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;Eva', 'TEL:2125550104')
    ]
    const read = await contacts.preview(cards.join('\r\n'), { fileName: 'a.vcf' })
    expect(sampleOf(read)).toEqual([
      ['Émile Zola', null, '+12125550101'],
      ['Love, Ada', 'Acme', '+12125550102'],
      ['Ben', null, '+12125550103'],
      ['Eva Müller', null, '+12125550104']
    ])
    expect(read.sample.map(({ numbers }) => numbers[0]?.label)).toEqual([
      'contacts.label.mobile',
      'School',
      'contacts.label.home',
      null
    ])
    expect(read.rejectedCount).toBe(0)
  })

  test('one that is broken spoils no other', async () => {
    const good = (name: string) => card('VERSION:3.0', `FN:${name}`, 'TEL:2125550101')
    const read = await contacts.preview(
      [
        good('Ada'),
        card('VERSION:3.0', 'FN:Broken', 'TEL;TYPE="x:1'),
        'BEGIN:VCARD\nFN:No end',
        card('VERSION:2.1', 'N;ENCODING=QUOTED-PRINTABLE;CHARSET=x-none:M=FC', 'TEL:1'),
        good('Ben'),
        'BEGIN:VCARD\nFN:Cut off'
      ].join('\n'),
      { fileName: 'a.vcf' }
    )
    expect(sampleOf(read).map(([name]) => name)).toEqual(['Ada', 'Ben'])
    expect(reasonsOf(read)).toEqual([
      [2, 'contacts.import.brokenCard'],
      [3, 'contacts.import.cardWithoutEnd'],
      [4, 'contacts.import.unknownCharset'],
      [6, 'contacts.import.cardWithoutEnd']
    ])
  })

  test('of any content never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('TEL;X:', 'FN:', 'N:', 'VERSION:2.1', 'ORG;', 'TEL;TYPE=')
          ),
          { maxLength: 8 }
        ),
        async (lines) => {
          const outcome = await contacts.service.imports.preview({
            fileName: 'a.vcf',
            text: card(...lines),
            columns: null
          })
          expect(outcome.ok).toBe(true)
        }
      ),
      { numRuns: 200 }
    )
  })

  test.each([
    ['a.vcf', 'nothing'],
    ['a.csv', ''],
    ['a.csv', '\ufeff\n\n']
  ])('a file without contacts, %s, is none', async (fileName, text) => {
    expect(await contacts.service.imports.preview({ fileName, text, columns: null })).toMatchObject({
      ok: false,
      failure: { code: 'no-contacts' }
    })
  })
})
