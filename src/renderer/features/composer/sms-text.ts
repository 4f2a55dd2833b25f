import { SegmentedMessage } from 'sms-segments-calculator'

/** A stretch of a text: either all of it fits GSM-7, or none of it does. */
export interface TextRun {
  readonly text: string
  readonly isForcing: boolean
}

/** How a text goes out as SMS. */
export interface SmsText {
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** What a phone company counts and charges; 1 for an empty text. */
  readonly segmentCount: number
  /** How many characters one of these segments holds at most. */
  readonly segmentLength: number
  /** What makes it UCS-2, each once, as they come. */
  readonly forcing: readonly string[]
  readonly runs: readonly TextRun[]
}

const lengths = { 'GSM-7': { single: 160, several: 153 }, 'UCS-2': { single: 70, several: 67 } } as const

/** How `text` goes out: encoding, segments, and which of its characters force UCS-2. */
export function measureSms(text: string): SmsText {
  const { encodingName, encodedChars, segmentsCount } = new SegmentedMessage(text)
  const runs: TextRun[] = []
  for (const { raw, isGSM7 } of encodedChars) {
    const isForcing = !isGSM7
    const last = runs.at(-1)
    if (last?.isForcing === isForcing) runs[runs.length - 1] = { text: last.text + raw, isForcing }
    else runs.push({ text: raw, isForcing })
  }
  const forcing = encodedChars.filter(({ isGSM7 }) => !isGSM7).map(({ raw }) => raw)
  return {
    encoding: encodingName,
    segmentCount: segmentsCount,
    segmentLength: lengths[encodingName][segmentsCount > 1 ? 'several' : 'single'],
    forcing: [...new Set(forcing)],
    runs
  }
}

const swaps = new Map(
  [
    ['"', '“”„‟«»″'],
    ["'", '‘’‚‛‹›′`´'],
    ['-', '‐‑‒–—―−•‣·∙'],
    ['...', '…'],
    ['/', '⁄∕'],
    [' ', '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
    ['\n', '\u2028\u2029'],
    // What has no width says nothing. A joiner is left: emoji are made with it.
    ['', '\u00ad\u200b\u2060\ufeff']
  ].flatMap(([plain = '', typographic = '']) => Array.from(typographic, (it) => [it, plain] as const))
)

/** Whether there is a plain character for it. */
export const isTypographic = (character: string): boolean => swaps.has(character)

/** `text` with plain quotes, dashes, dots and spaces in the place of typographic ones; all else stays. */
export const swapTypographic = (text: string): string =>
  Array.from(text, (character) => swaps.get(character) ?? character).join('')
