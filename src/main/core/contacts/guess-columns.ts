import type { ImportField } from '../../../shared/domain/contact.ts'
import { fold } from '../search/index.ts'

const wordsOfTitle = (title: string): string =>
  fold(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// English, German, French and Spanish, as Outlook, Google and people name them. Folded: no accents, ß is ss.
const firstNames = /^(first name|given name|forename|vorname|rufname|prenom|nombre de pila)$/
const lastNames = /^(last name|family name|surname|nachname|familienname|zuname|nom de famille|apellidos?)$/
const wholeNames =
  /^(name|full ?name|display name|contact( name)?|file as|vollstandiger name|anzeigename|nom|nom complet|nom d affichage|nombre|nombre completo|nombre para mostrar|contacto|kontakt)$/
const companies =
  /^(company|company name|organi[sz]ation|organi[sz]ation name|organi[sz]ation 1 name|account name|firma|firmenname|unternehmen|organisation|societe|entreprise|empresa|compania|organizacion)$/
const numbers =
  /\b(phone|telephone|tel|cell|cellphone|mobile|gsm|portable|movil|celular|extension|durchwahl|numbers?|nummer|numero)\b|phone\b|telefon|mobil|handy|rufnummer/
const otherThanNumbers =
  /\b(fax|telefax|type|typ|label|e ?mail|mail|pager|telex|isdn|ttytdd|street|house|hausnummer|strasse|rue|calle|customer|kundennummer|client|cliente|account|id|postal|order)\b|fax\b|^(numero de client)/

/** What the columns of these titles hold, as far as the titles tell. */
export function guessColumns(titles: readonly string[]): readonly ImportField[] {
  const fields = titles.map((title) => fieldOf(wordsOfTitle(title)))
  const has = (field: ImportField): boolean => fields.includes(field)
  // "Vorname, Name", "Prénom, Nom", "Nombre, Apellidos": the whole name is then the other half.
  if (has('name') && has('first-name') !== has('last-name')) {
    const half = has('first-name') ? 'last-name' : 'first-name'
    return fields.map((field) => (field === 'name' ? half : field))
  }
  return fields
}

function fieldOf(title: string): ImportField {
  if (firstNames.test(title)) return 'first-name'
  if (lastNames.test(title)) return 'last-name'
  if (wholeNames.test(title)) return 'name'
  if (companies.test(title)) return 'company'
  return numbers.test(title) && !otherThanNumbers.test(title) ? 'number' : 'ignored'
}

const maxNumberLength = 64
const isNumberLike = (cell: string): boolean =>
  cell.length <= maxNumberLength && /^[\s='"]*[+\d(][\d\s()./+-]{4,}["']?\s*$/.test(cell)

/** Whether a first row is a contact already: none of its cells is a title, and one of them is a number. */
export const isWithoutTitles = (row: readonly string[]): boolean =>
  guessColumns(row).every((field) => field === 'ignored') && row.some(isNumberLike)

/** What columns hold, as far as their cells tell: numbers, and a name beside them. */
export function guessByCells(width: number, rows: readonly (readonly string[])[]): readonly ImportField[] {
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '')
  )
  const areNumbers = columns.map(
    (cells) => cells.length > 0 && cells.filter(isNumberLike).length * 2 > cells.length
  )
  const nameColumn = columns.findIndex(
    (cells, index) => areNumbers[index] === false && cells.some((cell) => /\p{L}/u.test(cell))
  )
  return columns.map((_, index) => (areNumbers[index] ? 'number' : index === nameColumn ? 'name' : 'ignored'))
}
