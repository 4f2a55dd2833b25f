import googleLibphonenumber from 'google-libphonenumber'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Meaning, NumberTarget } from '../src/main/core/dialing/meaning.ts'
import { readDialable } from '../src/main/core/dialing/read-dialable.ts'
import { showAddress } from '../src/main/core/numbers/index.ts'
import {
  type DialableText,
  dialableTexts,
  inWords,
  knownExtensions
} from '../test/fixtures/dialable-texts.ts'
import { interleave, median } from './interleave.ts'

const tries = 60
const against = 'google-libphonenumber'

/**
 * How many texts a second are read, and what they mean checked and brought to how it is shown; and how many of them are read as a
 * person means them. Google's library reads one number out of a text, and knows of no extensions of an office, codes and lists.
 */
export async function benchDialReading(print: (line: object) => void): Promise<void> {
  const texts = Object.values(dialableTexts).flat()
  const alone = texts.filter(isOneNumber)
  for (const [figure, some] of [
    [`all ${texts.length} texts, read`, texts],
    [`the ${alone.length} that are one number, read`, alone]
  ] as const)
    await compare(print, figure, some, readAndShow)
  await compare(print, `the ${alone.length} that are one number, by libphonenumber-js alone`, alone, readByJs)

  const phones = texts.filter(({ means }) => Array.isArray(means) || means.startsWith('nothing'))
  const ours = shareRight(phones, (text) => inWords(read(text)))
  const theirs = shareRight(phones, readByGoogle)
  const figure = `of the ${phones.length} that are numbers or nothing, read right`
  print({ figure, value: ours, unit: '%', against, ratio: ours / theirs })
}

type Read = (text: DialableText) => unknown

/** What is left is digits and signs: nothing that a library for phone numbers would have to find first. */
const isOneNumber = ({ text, means }: DialableText): boolean =>
  Array.isArray(means) && means.length === 1 && /^[\d+() ./-]+$/.test(text)

async function compare(
  print: (line: object) => void,
  figure: string,
  texts: readonly DialableText[],
  read: Read
): Promise<void> {
  const samples = await interleave({
    tries,
    variants: { ours: () => perSecond(texts, read), google: () => perSecond(texts, readByGoogle) }
  })
  const value = median(samples.ours)
  print({ figure, value, unit: 'texts/s', against, ratio: value / median(samples.google) })
}

async function perSecond(texts: readonly DialableText[], read: Read): Promise<readonly number[]> {
  const beganMs = performance.now()
  for (const text of texts) read(text)
  return Promise.resolve([(texts.length * 1000) / (performance.now() - beganMs)])
}

const read = ({ text, region }: DialableText): Meaning =>
  readDialable(text, { region, isKnownExtension: (digits) => knownExtensions.has(digits) })

const readAndShow: Read = (text) => targetsIn(read(text)).map(({ address }) => showAddress(address))

function targetsIn(meaning: Meaning): readonly NumberTarget[] {
  if (meaning.kind === 'number') return [meaning.target]
  return meaning.kind === 'several' ? meaning.targets : []
}

const readByJs: Read = ({ text, region }) => {
  const number = parsePhoneNumberFromString(text, region === 'XX' ? {} : { defaultCountry: region as 'US' })
  return [number?.isValid(), number?.formatInternational()]
}

const { PhoneNumberFormat, PhoneNumberUtil } = googleLibphonenumber
const google = PhoneNumberUtil.getInstance()

/** What Google's library makes of a text, in the words of the corpus. */
function readByGoogle({ text, region }: DialableText): DialableText['means'] {
  try {
    const number = google.parse(text, region)
    const isValid = google.isValidNumber(number)
    const shown = google.format(number, PhoneNumberFormat.INTERNATIONAL)
    const address = google.format(number, PhoneNumberFormat.E164)
    if (!isValid || shown === '') return 'nothing no-number'
    const extension = number.getExtension()
    return [extension ? `${address} ext. ${extension}` : address]
  } catch {
    return 'nothing no-number'
  }
}

/** In percent. Why a text is nothing does not count. */
function shareRight(
  texts: readonly DialableText[],
  readWords: (text: DialableText) => DialableText['means']
): number {
  const isNothing = (means: DialableText['means']) => !Array.isArray(means)
  const right = texts.filter((text) => {
    const words = readWords(text)
    return isNothing(text.means) ? isNothing(words) : String(words) === String(text.means)
  })
  return (right.length * 100) / texts.length
}
