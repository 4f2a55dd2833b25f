import type { Contact, ImportPreview, ImportProgress } from '../../src/shared/domain/contact.ts'
import { anna, layla, longNamed, number, tanaka } from './sample-office.ts'

const contact = (id: number, name: string, company: string | null, ...addresses: string[]): Contact => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  name,
  company,
  numbers: addresses.map((address, index) => ({
    address,
    display: number(address).display,
    label: ['mobile', 'work', null][index % 3] ?? null
  })),
  team: null
})

/** Contacts with short and long names, one and many numbers, by name. */
export const sampleContacts: readonly Contact[] = [
  contact(1, 'Anna Meier', 'Meier & Söhne Möbelwerkstatt', anna.address, '+15551234568', '+4930901820'),
  contact(2, 'Ben Okafor', null, '+15559873210'),
  contact(3, 'Carmen Ibáñez de la Torre', 'Ibáñez Consulting', '+34912345678'),
  contact(4, 'Dr. Grace Hopper', 'Navy Yard Computing', '+12025550143', '+12025550144'),
  contact(
    5,
    longNamed.name ?? '',
    'Internationale Gesellschaft für die Verwaltung denkmalgeschützter Wohngebäude mbH',
    longNamed.address
  ),
  contact(6, 'Zoë O’Brien', null),
  contact(7, layla.name ?? '', 'شركة النخيل للتجارة', layla.address),
  contact(8, tanaka.name ?? '', '田中商店', tanaka.address)
]

export const sampleColumns: ImportPreview['columns'] = [
  { title: 'First Name', field: 'first-name', example: 'Grace' },
  { title: 'Last Name', field: 'last-name', example: 'Hopper' },
  { title: 'Company', field: 'company', example: 'Navy Yard Computing' },
  {
    title: 'Phone (mobile, please always with the country code)',
    field: 'number',
    example: '+1 202 555 0143'
  },
  { title: '', field: 'ignored', example: 'Prefers to be called in the morning, never on a Friday' }
]

/** What a CSV file of a small company would come to. */
export const samplePreview: ImportPreview = {
  importId: 'import-1',
  format: 'csv',
  columns: sampleColumns,
  sample: sampleContacts.slice(2, 6),
  newCount: 312,
  knownCount: 14,
  partialCount: 1,
  partial: [
    {
      row: 31,
      text: 'Turing;Alan;Bletchley Park;(202) 555-0144;n/a',
      reason: '“n/a” is not a phone number. It was left out; the rest of this row is taken.'
    }
  ],
  rejectedCount: 43,
  rejected: [
    { row: 7, text: 'Smith;John;;call me', reason: 'No phone number was found in “call me”.' },
    { row: 19, text: ';;;+1 202 555 0199', reason: 'There is no name.' },
    {
      row: 20,
      text: 'Featherstonehaugh;Oluwaseun Adeyemi;Featherstonehaugh & Partners;no number yet, ask at the front desk',
      reason: 'No phone number was found in “no number yet, ask at the front desk”.'
    }
  ]
}

export const runningImport: ImportProgress = {
  importId: 'import-1',
  state: 'running',
  storedCount: 134,
  totalCount: 312,
  message: null
}
