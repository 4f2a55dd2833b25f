import { createKnownSecrets } from './redact.ts'

const longestDetail = 200
// A webhook's path has the secret in it; a long run of letters and digits may be a key or a token of any kind.
const webhookPath = /\/hooks\/\S*/g
const tokenLike = /[\w+/=-]{40,}/g

/**
 * What a program said, fit to be shown and written down: one line, at most 200 characters, nothing that steers a terminal or turns
 * text around, and nothing of `secret`: not it, nor eight characters of it.
 */
export function oneLine(text: string, secret: string | null = null): string {
  const [first = ''] = text.trim().split(/[\r\n]/, 1)
  const secrets = createKnownSecrets('…')
  secrets.add(secret ?? '')
  const clean = secrets
    .hideIn(first)
    .replaceAll(webhookPath, '/hooks/…')
    .replaceAll(tokenLike, '…')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return clean.length > longestDetail ? `${clean.slice(0, longestDetail - 1)}…` : clean
}
