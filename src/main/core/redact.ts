const pieceLength = 8
const redactedMark = '[redacted]'

// A header, a field or a query parameter that carries a secret by its name, with the value after it.
const namedSecret =
  /((?:x-api-key|api[-_]?key|provided_key|authorization|password|secret|token)["']?\s*(?:[:=]|%3[ad])\s*["']?(?:(?:bearer|basic)\s+)?)[^\s"',;&}]+/gi
// Keys and the listener's token are long words without meaning; a UUID is not a secret.
const opaqueWord =
  /(?<![\w-])(?![\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-]))(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{32,}/gi

export interface Redactor {
  /** From now on, no text shows this value or any 8 characters of it. */
  addSecret(value: string): void
  redact(text: string): string
}

/** Takes secrets out of texts: those it was told of, piece by piece, and whatever looks like one. */
export function createRedactor(): Redactor {
  const known = createKnownSecrets(redactedMark)
  return {
    addSecret: (value) => known.add(value),
    redact: (text) =>
      known.hideIn(text).replaceAll(namedSecret, `$1${redactedMark}`).replaceAll(opaqueWord, redactedMark)
  }
}

/** Secrets of which no text is to show 8 characters, or all of a shorter one: `mark` stands for each run of them. */
export function createKnownSecrets(mark: string): {
  add(value: string): void
  hideIn(text: string): string
} {
  const pieces = new Set<string>()
  const shortSecrets = new Set<string>()
  return {
    add(value) {
      for (const spelled of spellingsOf(value)) {
        if (spelled.length >= pieceLength) for (const piece of piecesOf(spelled)) pieces.add(piece)
        else if (spelled !== '') shortSecrets.add(spelled)
      }
    },
    hideIn(text) {
      let shown = withoutPieces(text, pieces, mark)
      for (const secret of shortSecrets) shown = shown.replaceAll(secret, mark)
      return shown
    }
  }
}

/** As it is, as an address spells it, and as a quoted text does. */
function spellingsOf(value: string): ReadonlySet<string> {
  const inAddress = encodeURIComponent(value.toWellFormed())
  const inLowerCase = inAddress.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
  return new Set([value, inAddress, inLowerCase, JSON.stringify(value).slice(1, -1)])
}

function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start + pieceLength <= text.length; start += 1) {
    yield text.slice(start, start + pieceLength)
  }
}

/** Neighbouring pieces overlap, so each whole run of them becomes one mark. */
function withoutPieces(text: string, pieces: ReadonlySet<string>, mark: string): string {
  if (pieces.size === 0) return text
  let shown = ''
  let shownUpTo = 0
  let secretUpTo = 0
  let start = 0
  for (const piece of piecesOf(text)) {
    if (pieces.has(piece)) {
      if (start >= secretUpTo) shown += text.slice(shownUpTo, start) + mark
      secretUpTo = start + pieceLength
      shownUpTo = secretUpTo
    }
    start += 1
  }
  return shown + text.slice(shownUpTo)
}
