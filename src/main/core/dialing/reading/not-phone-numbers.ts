// Each only where no further digit of a longer number touches it.
const date = /(?<![\d+./-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?![./-]?\d)/g
const time = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g
const internetAddress = /(?<![\d+.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/g
const bankAccount = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g
const card = /(?<![\d+])\d{4}([ -]?)(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{5})(?!\d)/g
const listMark = /^[ \t]*[1-9]?\d[.)][ \t]/gm
const named =
  /\b(?:order|invoice|account|acct|case|ticket|ref|reference|serial|tracking|isbn|customer id|bestellung|auftrag|rechnung|rechnungsnummer|kundennummer|commande|facture|siren|siret|usd|eur|gbp)\b\.?(?: ?(?:no|nr|number|id|n°)\b\.?)?:? ?#?[\d./-]+/gi

/** What is put in the place of what was taken out: numbers are not read across it. */
const gap = '\n'

/** A plain text without its dates, times, IP addresses, cards, bank accounts, order numbers and the marks of a list. */
export const withoutOtherNumbers = (text: string): string =>
  text
    .replace(bankAccount, gap)
    .replace(card, (written) => (isCard(written.replace(/\D/g, '')) ? gap : written))
    .replace(time, gap)
    .replace(date, (written, first: string, _separator, second: string, third: string) =>
      isDate(Number(first), Number(second), Number(third)) ? gap : written
    )
    .replace(internetAddress, (written, ...parts: string[]) =>
      isInternetAddress(parts.slice(0, 4)) ? gap : written
    )
    .replace(listMark, gap)
    .replace(named, gap)

function isDate(first: number, second: number, third: number): boolean {
  const isYear = (value: number) => value >= 1900 && value < 2100
  const isDayAndMonth = (one: number, other: number) =>
    one > 0 && other > 0 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31
  return isYear(first)
    ? isDayAndMonth(second, third)
    : (isYear(third) || third < 100) && isDayAndMonth(first, second)
}

/** Four pairs of digits are a number as Danes write it. */
const isInternetAddress = (parts: readonly string[]): boolean =>
  parts.every((part) => Number(part) < 256) && parts.some((part) => part.length !== 2)

function isCard(digits: string): boolean {
  if (!/^(?:4|5[1-5]|2[2-7]|3[47]|6011|65)/.test(digits)) return false
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}
