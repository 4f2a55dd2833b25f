/** The text that quoted-printable stands for; null where its character set is not known. */
export function decodeQuotedPrintable(text: string, charset: string): string | null {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const [part, hex] of text.matchAll(/=([\dA-F]{2})|[^=]+|=/gi)) {
    if (hex === undefined) for (const byte of encoder.encode(part)) bytes.push(byte)
    else bytes.push(Number.parseInt(hex, 16))
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(bytes))
  } catch {
    return null
  }
}
