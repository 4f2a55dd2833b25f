import type { KeychainTrouble } from '../core/ports.ts'

/** What the keychains' libraries say, each in its own words; seen with libsecret and GNOME keyring, read of Apple's and Microsoft's. */
const messages: readonly (readonly [RegExp, KeychainTrouble])[] = [
  // keytar and @napi-rs/keyring after the user closed the keyring's window, or where it could not be shown.
  [/locked collection|prompt was dismissed/i, 'keychain-denied'],
  [/user canceled|user interaction is not allowed|not correct|access is denied|denied/i, 'keychain-denied'],
  // D-Bus gave up on an answer before we did.
  [/did not receive a reply|timeout was reached|timed out/i, 'keychain-slow'],
  [/is locked/i, 'keychain-locked']
]

/** Why a keychain that answered with an error does not serve; whatever is not known counts as no keychain. */
export const troubleOf = (error: unknown): KeychainTrouble => {
  const message = firstLine(error)
  return messages.find(([pattern]) => pattern.test(message))?.[1] ?? 'no-keychain'
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1).join('')
