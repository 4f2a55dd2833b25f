/** The account number in what was typed; null where there is none. */
export function parseAccountId(text: string): number | null {
  const digits = text.trim()
  return /^[1-9]\d{0,14}$/u.test(digits) ? Number(digits) : null
}
