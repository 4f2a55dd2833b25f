import ICAL from 'ical.js'
import { z } from 'zod'
import { cleanText, shortText } from '../imports/index.ts'
import type { Translate } from '../translate.ts'
import type { ImportRow } from './import-row.ts'
import type { CardText } from './split-vcards.ts'
import { vcardLines } from './vcard-lines.ts'

// jCard (RFC 7095): a property is its name, its parameters, the type of its values and these.
const propertySchema = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()]).rest(z.unknown())
const cardSchema = z.tuple([z.literal('vcard'), z.array(propertySchema)]).rest(z.unknown())
type Property = z.infer<typeof propertySchema>

const labelOfType = {
  cell: 'contacts.label.mobile',
  mobile: 'contacts.label.mobile',
  iphone: 'contacts.label.mobile',
  work: 'contacts.label.work',
  home: 'contacts.label.home',
  main: 'contacts.label.main',
  car: 'contacts.label.car'
} as const

/** Reads one card; what cannot be read is a row with a problem. */
export function readVcard({ text, isComplete }: CardText, row: number, t: Translate): ImportRow {
  const broken = (reason: string): ImportRow => ({
    row,
    text: shortText(cleanText(/^(?:FN|N)[;:].*$/im.exec(text)?.[0] ?? text.slice(0, 400))),
    name: '',
    company: null,
    numbers: [],
    problem: reason
  })
  if (!isComplete) return broken(t('contacts.import.cardWithoutEnd'))
  const lines = vcardLines(text)
  if (!lines.ok) return broken(t('contacts.import.unknownCharset', { charset: shortText(lines.charset) }))
  try {
    const [, properties] = cardSchema.parse(ICAL.parse(lines.lines.join('\r\n')))
    return rowOf(properties, row, t)
  } catch (error) {
    // ical.js throws of what it cannot read, and nothing else comes out of it.
    const reason = error instanceof Error ? shortText(cleanText(error.message)) : ''
    return broken(t('contacts.import.brokenCard', { reason }))
  }
}

function rowOf(properties: readonly Property[], row: number, t: Translate): ImportRow {
  const first = (name: string): readonly string[] =>
    partsOf(properties.find((property) => property[0] === name))
  const [family = '', given = '', additional = ''] = first('n')
  const name = cleanText(first('fn').join(' ')) || cleanText(`${given} ${additional} ${family}`)
  const company = cleanText(first('org')[0] ?? '')
  const numbers = properties
    .filter((property) => property[0] === 'tel' && !isFax(property))
    .map((property) => ({
      text: cleanText(partsOf(property).join(' ')),
      label: labelOf(property, properties, t)
    }))
    .filter(({ text }) => text !== '')
  return {
    row,
    text: shortText(
      [name, company, ...numbers.map(({ text }) => text)].filter((part) => part !== '').join(', ')
    ),
    name,
    company: company === '' ? null : company,
    numbers,
    problem: null
  }
}

/** The parts of a property's value; a part of several values is put together. */
function partsOf(property: Property | undefined): readonly string[] {
  const [, , , value] = property ?? []
  const parts = Array.isArray(value) ? value : [value]
  return parts.map((part) => (Array.isArray(part) ? part.join(' ') : typeof part === 'string' ? part : ''))
}

const typesOf = ([, parameters]: Property): readonly string[] =>
  [parameters.type].flat().map((type) => String(type).toLowerCase())

const isFax = (property: Property): boolean =>
  typesOf(property).some((type) => type === 'fax' || type === 'pager')

/** iOS keeps a label of one's own in a property of the same group: item1.TEL, item1.X-ABLabel. */
function labelOf(property: Property, all: readonly Property[], t: Translate): string | null {
  const { group } = property[1]
  const own = all.find(([name, parameters]) => name === 'x-ablabel' && parameters.group === group)
  if (group !== undefined && own !== undefined)
    return cleanText(
      partsOf(own)
        .join(' ')
        .replace(/^_\$!<(.*)>!\$_$/, '$1')
    )
  for (const [type, key] of Object.entries(labelOfType)) if (typesOf(property).includes(type)) return t(key)
  return null
}
