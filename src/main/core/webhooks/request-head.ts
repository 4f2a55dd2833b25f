export interface RequestHead {
  readonly hostCount: number
  /** Browsers send Origin or Sec-Fetch-Site. Sec-Fetch-Mode alone comes from Node's own fetch, which a server may well use. */
  readonly isFromBrowser: boolean
  readonly isEncoded: boolean
  readonly contentType: string | null
  /** As declared; 0 where the length is not told ahead. */
  readonly contentLength: number
  /** The sender waits for a "100 Continue" before it sends the body. */
  readonly isWaiting: boolean
}

/** What the listener needs to know of a request's headers, in one pass over `rawHeaders`. */
export function readRequestHead(rawHeaders: readonly string[]): RequestHead {
  let hostCount = 0
  let isFromBrowser = false
  let isEncoded = false
  let contentType: string | null = null
  let contentLength = 0
  let isWaiting = false
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase()
    const value = rawHeaders[index + 1] ?? ''
    if (name === 'host') hostCount += 1
    else if (name === 'origin' || name === 'sec-fetch-site') isFromBrowser = true
    else if (name === 'content-encoding') isEncoded ||= value.trim().toLowerCase() !== 'identity'
    else if (name === 'content-type') contentType = value.toLowerCase()
    else if (name === 'content-length') contentLength = Number(value)
    else if (name === 'expect') isWaiting = true
  }
  return { hostCount, isFromBrowser, isEncoded, contentType, contentLength, isWaiting }
}
