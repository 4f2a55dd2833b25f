const longestDetail = 200
const shortestPiece = 8
// A webhook's path has the secret in it; a long run of letters and digits may be a key or a token of any kind.
const webhookPath = /\/hooks\/\S*/g
const tokenLike = /[\w+/=-]{40,}/g

/**
 * What a program said, fit to be shown and written down: one line, at most 200 characters, nothing that steers a terminal or turns
 * text around, and nothing of `secret`: not it, nor eight characters of it.
 */
export function oneLine(text: string, secret: string | null = null): string {
  const [first = ''] = text.trim().split(/[\r\n]/, 1)
  const clean = withoutPieces(first, secret ?? '')
    .replaceAll(webhookPath, '/hooks/…')
    .replaceAll(tokenLike, '…')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return clean.length > longestDetail ? `${clean.slice(0, longestDetail - 1)}…` : clean
}

/** `text` with each run of characters that `secret` has too, of eight or more, made one "…". */
function withoutPieces(text: string, secret: string): string {
  const length = Math.min(shortestPiece, secret.length)
  if (length === 0) return text
  let kept = ''
  let hiddenUntil = -1
  for (let at = 0; at < text.length; at += 1) {
    const piece = text.slice(at, at + length)
    if (piece.length === length && secret.includes(piece)) {
      if (hiddenUntil < at) kept += '…'
      hiddenUntil = at + length
    }
    if (at >= hiddenUntil) kept += text[at]
  }
  return kept
}
