/** Of a passphrase that protects a file, in characters: nothing else does. */
export const passphraseLength = { min: 10, max: 200 } as const
