import { longestRequest, mostRequests, type OutsideRequest } from './outside-request.ts'

export interface CommandLine {
  /** The words before the first request. What stands behind it may have come with a link, and is no option of this app. */
  readonly ownWords: readonly string[]
  /** Links to open; or, where `dial` stands before any link, one number: the words behind it. */
  readonly requests: readonly OutsideRequest[]
}

const linkStart = /^(?:tel|callto|sms):/i
const isLink = (word: string): boolean => linkStart.test(word)
// Chromium's own switches may stand anywhere in the command line of a further start.
const isSwitch = (word: string): boolean => word.startsWith('-')

/** Finds what a command line, without its program, asks for. Never throws, whatever the words are. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const firstRequest = words.findIndex((word) => word === 'dial' || isLink(word))
  if (firstRequest === -1) return { ownWords: words, requests: [] }
  const ownWords = words.slice(0, firstRequest)
  const asked = words.slice(firstRequest)
  if (asked[0] !== 'dial') {
    const links = asked.filter(isLink).slice(0, mostRequests)
    return { ownWords, requests: links.map((url) => ({ kind: 'link', url: shortened(url) })) }
  }
  const text = asked
    .slice(1)
    .filter((word) => !isSwitch(word))
    .join(' ')
  return { ownWords, requests: [{ kind: 'dial', text: shortened(text) }] }
}

/** One character too long still, so that it is refused as too long rather than read in part. */
const shortened = (text: string): string => text.slice(0, longestRequest + 1)
