import { maxImportLength } from '../../../shared/domain/contact.ts'

/** What a chosen file turned out to be. */
export type ImportFile =
  | { readonly outcome: 'text'; readonly text: string }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'not-text' }

// UTF-8 takes at most three bytes for what UTF-16 counts as one.
const largestBytes = 3 * maxImportLength

/**
 * Reads a file as the programs that export contacts write it: UTF-8, UTF-16 by its mark (Excel's "Unicode text"), or, where it
 * is none of these, Windows' western encoding. Rejects when the file cannot be read at all.
 */
export async function readImportFile(file: Blob): Promise<ImportFile> {
  if (file.size > largestBytes) return { outcome: 'too-large' }
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  // No text holds a NUL; spreadsheets, pictures and archives do.
  if (text.includes('\0')) return { outcome: 'not-text' }
  return text.length > maxImportLength ? { outcome: 'too-large' } : { outcome: 'text', text }
}

function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const text = new TextDecoder().decode(bytes)
  return text.includes('\u{fffd}') ? new TextDecoder('windows-1252').decode(bytes) : text
}
