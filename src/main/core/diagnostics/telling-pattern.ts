import type { OwnWords } from './own-words.ts'

const letter = String.raw`[\p{L}\p{N}]`
const hostLetter = String.raw`[\p{L}\p{N}_-]`
/** A dot that ends a sentence ends a name too. */
const noMoreOf = (character: string): string => String.raw`(?!${character}|\.${character})`
/** What begins after a letter that is part of an escaped character (`%2F`, `\n`) begins a word all the same. */
const wordStart = String.raw`(?:(?<!${letter})|(?<=%[\da-f]{2}|\\[nrt]))`

const codePlace = String.raw`(?:node:|file:|[a-z]:[\\/]|[\\/]|<anonymous>|native)`
const day = String.raw`(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])`
const dashedNumber = String.raw`\p{Nd}[\p{Nd}\p{Zs}\p{Pd}\t()./_·]{5,}\p{Nd}`

const beforeOwn = [
  String.raw`(?<time>${day}(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?)`,
  String.raw`(?<url>\b[a-z][a-z\d+.-]*:\/\/[^\s'"<>)]+)`,
  String.raw`(?<mail>[^\s'"<>@(]{1,64}(?:@|%40)[^\s'"<>@)]{1,255})`,
  String.raw`(?<folder>(?:[a-z]:)?[\\/]+(?:home|users)[\\/]+[^\\/'"\n]+)`,
  String.raw`(?<source>(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}${noMoreOf(String.raw`\w`)})`,
  String.raw`(?<source6>(?<![\w:])(?:[\da-f]{1,4}:){5,7}[\da-f]{1,4}|(?<![\w:])[\da-f:]*::[\da-f:]*[\da-f](?:\.\d{1,3}){0,3})`,
  // A line of a stack, in which `Socket.emit` is a function.
  String.raw`(?<frame>\bat (?:async )?(?:new )?[\w$.<>]+(?= (?:\[as [\w$]+\] )?\(${codePlace}))`,
  String.raw`(?<host>(?<!${hostLetter})(?:${hostLetter}+\.){1,40}(?:xn--[a-z\d-]+|\p{L}{2,24})${noMoreOf(hostLetter)})`
]
const afterOwn = [
  String.raw`(?<word>(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{8,}(?![\w-]))`,
  String.raw`(?<number>\+?${dashedNumber})`
]

/** Whatever in a sentence may tell of someone, likeliest first; each is looked at once. In any letter case. */
export function tellingPattern(own: OwnWords): RegExp {
  const words = [...own.keys()].toSorted((one, other) => other.length - one.length).map(escaped)
  const ownWords = words.length === 0 ? [] : [`(?<ownWord>${wordStart}(?:${words.join('|')})(?!${letter}))`]
  return new RegExp([...beforeOwn, ...ownWords, ...afterOwn].join('|'), 'giu')
}

/** A text as a pattern that matches it and nothing else. */
export const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
