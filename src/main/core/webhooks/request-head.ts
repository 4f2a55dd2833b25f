export interface RequestHead {
  readonly hostCount: number
  /** Browsers send Origin or Sec-Fetch-Site. Sec-Fetch-Mode alone comes from Node's own fetch, which a server may well use. */
  readonly isFromBrowser: boolean
  /** Compressed, in itself or on its way. */
  readonly isEncoded: boolean
  readonly contentType: string | null
  /** As declared; 0 where the length is not told ahead. */
  readonly contentLength: number
  /** The sender waits for a "100 Continue" before it sends the body. */
  readonly isWaiting: boolean
  /** The last X-Forwarded-For header. */
  readonly forwardedFor: string | null
}

/** What the listener needs to know of a request's headers, in one pass over `rawHeaders`. */
export function readRequestHead(rawHeaders: readonly string[]): RequestHead {
  let hostCount = 0
  let isFromBrowser = false
  let isEncoded = false
  let contentType: string | null = null
  let contentLength = 0
  let isWaiting = false
  let forwardedFor: string | null = null
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const value = rawHeaders[index + 1] ?? ''
    switch ((rawHeaders[index] ?? '').toLowerCase()) {
      case 'host':
        hostCount += 1
        break
      case 'origin':
      case 'sec-fetch-site':
        isFromBrowser = true
        break
      case 'content-encoding':
        isEncoded ||= value.trim().toLowerCase() !== 'identity'
        break
      case 'transfer-encoding':
        isEncoded ||= value.trim().toLowerCase() !== 'chunked'
        break
      case 'content-type':
        contentType = value.toLowerCase()
        break
      case 'content-length':
        contentLength = Number(value)
        break
      case 'expect':
        isWaiting = value.trim().toLowerCase() === '100-continue'
        break
      case 'x-forwarded-for':
        forwardedFor = value
        break
    }
  }
  return { hostCount, isFromBrowser, isEncoded, contentType, contentLength, isWaiting, forwardedFor }
}
