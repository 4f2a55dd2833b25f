import { describe, expect, it } from 'vitest'
import { readImportFile } from '../../../../../src/renderer/features/import-file/read-import-file.ts'
import { maxImportLength } from '../../../../../src/shared/domain/contact.ts'

const read = (...bytes: (string | Uint8Array<ArrayBuffer>)[]) => readImportFile(new Blob(bytes))
const bytes = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer)

describe('a file', () => {
  it('is read as UTF-8, with or without its mark', async () => {
    expect(await read('Zoë,ليلى,田中\n')).toEqual({ outcome: 'text', text: 'Zoë,ليلى,田中\n' })
    expect(await read(bytes(0xef, 0xbb, 0xbf), 'Zoë')).toEqual({ outcome: 'text', text: 'Zoë' })
  })

  it('is read as Windows writes it where it is no UTF-8', async () => {
    expect(await read('Zo', bytes(0xeb), ',M', bytes(0xfc), 'ller ', bytes(0x80))).toEqual({
      outcome: 'text',
      text: 'Zoë,Müller €'
    })
  })

  it('is read as UTF-16 by its mark, as Excel writes “Unicode text”', async () => {
    expect(await read(utf16('\u{feff}Zoë\t田中'))).toEqual({ outcome: 'text', text: 'Zoë\t田中' })
  })

  it('is refused where it is no text', async () => {
    expect(await read('PK', bytes(3, 4, 20, 0, 6, 0))).toEqual({ outcome: 'not-text' })
  })

  it('is refused where it is too large, by its bytes or by its characters', async () => {
    expect(await read('x'.repeat(maxImportLength))).toMatchObject({ outcome: 'text' })
    expect(await read('x'.repeat(maxImportLength + 1))).toEqual({ outcome: 'too-large' })
    expect(await read(new Uint8Array(3 * maxImportLength + 1))).toEqual({ outcome: 'too-large' })
  })
})
