/** The name under which the system's keychain lists the app's secrets. */
export const keychainService = 'voice360-companion'

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager'
}

/** What people call the keychain of this system. */
export const keychainName = (platform: NodeJS.Platform): string => names[platform] ?? 'Secret Service keyring'
