import type { IncomingMessage } from 'node:http'

/**
 * Hands over the whole body as text, or null as soon as it is larger than `maxBytes`: then no more of it is read. Hands over
 * nothing when the sender goes away before the end.
 */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
  done: (body: string | null) => void
): void {
  let first: Buffer | null = null
  let others: Buffer[] | null = null
  let size = 0
  const add = (chunk: Buffer): void => {
    size += chunk.length
    if (size > maxBytes) {
      request.off('data', add).off('end', finish).pause()
      return done(null)
    }
    if (first === null) first = chunk
    else (others ??= [first]).push(chunk)
  }
  const finish = (): void => done(String(others === null ? (first ?? '') : Buffer.concat(others)))
  request.on('data', add).on('end', finish)
}
