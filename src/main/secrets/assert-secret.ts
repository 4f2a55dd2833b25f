/** Not every keychain can keep an empty value apart from none, so none does. */
export function assertSecret(value: string): void {
  if (value === '') throw new Error('An empty secret cannot be kept')
}
