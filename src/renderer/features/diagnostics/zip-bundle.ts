import { strToU8, zipSync } from 'fflate'
import type { SupportBundle } from '../../../shared/domain/diagnostics.ts'

/** The earliest time that a zip can tell: when a bundle was made stands in its name. */
const noTime = new Date(1980, 0, 1)

/** The very texts that were shown, as one file. */
export const zipBundle = (files: SupportBundle['files']): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), { mtime: noTime })
  )
