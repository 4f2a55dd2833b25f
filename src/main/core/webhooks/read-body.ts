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
  const chunks: Buffer[] = []
  let size = 0
  const add = (chunk: Buffer): void => {
    size += chunk.length
    chunks.push(chunk)
    if (size <= maxBytes) return
    request.off('data', add).off('end', finish).pause()
    done(null)
  }
  const finish = (): void => {
    const [only] = chunks
    done(chunks.length === 1 && only !== undefined ? only.toString() : Buffer.concat(chunks).toString())
  }
  request.on('data', add).on('end', finish)
}
