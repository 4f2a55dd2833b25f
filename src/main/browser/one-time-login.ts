import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** A token that opens the app in one browser tab, once, for a cookie that keeps it open. */
export interface OneTimeLogin {
  readonly token: string
  /** Cookies know no port: each run's has a name of its own, so that two do not take each other's place. */
  readonly cookieName: string
  /** The cookie's value for the token's first use; null for a wrong or used token. */
  redeem(token: string): string | null
  isLoggedIn(cookie: string | undefined): boolean
}

export function createOneTimeLogin(): OneTimeLogin {
  const token = randomBytes(32).toString('base64url')
  const cookieValue = randomBytes(32).toString('base64url')
  let isUsed = false
  return {
    token,
    cookieName: `voice360-${randomBytes(4).toString('hex')}`,
    redeem(given) {
      if (isUsed || !isSame(given, token)) return null
      isUsed = true
      return cookieValue
    },
    isLoggedIn: (cookie) => cookie !== undefined && isSame(cookie, cookieValue)
  }
}
