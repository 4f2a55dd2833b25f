import type { PageFile } from './page-files.ts'

/** The one static style element of react-aria-components; everything else comes from our own files. */
const libraryStyleHash = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='

/**
 * The headers of every page and file that a host serves. `connect` is what a page may talk to: nothing in Electron, where it
 * has IPC, its own server in a browser tab. Of the styles that stand in a page only its `file`'s own are applied.
 */
export const pageHeaders = (
  connect: "'none'" | "'self'",
  file: Pick<PageFile, 'styleHashes'> = { styleHashes: [] }
): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...[libraryStyleHash, ...file.styleHashes].map((hash) => `'${hash}'`)].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "media-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin'
})
