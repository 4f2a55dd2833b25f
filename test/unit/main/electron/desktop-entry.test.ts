import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, property, string } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { execOf, parseDesktopEntry } from '../../../../src/main/electron/desktop-entry.ts'
import { desktopFileName } from '../../../../src/main/electron/linux-links.ts'
import { linkSchemes } from '../../../../src/shared/domain/link.ts'

const resources = join(import.meta.dirname, '..', '..', '..', '..', 'resources')

describe('parseDesktopEntry', () => {
  it('reads groups and keys, and passes over what is neither', () => {
    const text =
      '# a comment\nlost=1\n[Desktop Entry]\nName = Voice360\nName[de]=Stimme\nExec=a = b\nno key\n\n[Desktop Action x]\nName=X\n'
    expect(parseDesktopEntry(text)).toEqual({
      'Desktop Entry': { Name: 'Voice360', 'Name[de]': 'Stimme', Exec: 'a = b' },
      'Desktop Action x': { Name: 'X' }
    })
  })

  it('takes any text', () => {
    assert(property(string({ unit: 'binary' }), (text) => void parseDesktopEntry(text)))
  })
})

/** As the specification reads an Exec value: first a string, then its words, then their field codes. */
function wordsOf(exec: string): readonly string[] {
  const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }
  const value = exec.replace(/\\(.)/gs, (_all, letter: string) => escapes[letter] ?? letter)
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"|([^ ]+)/gs)].map(([, quoted, plain]) =>
    (quoted?.replace(/\\(.)/gs, '$1') ?? plain ?? '').replaceAll('%%', '%')
  )
}

describe('execOf', () => {
  test.each([
    [['/usr/bin/voice360-companion', '--hidden'], '/usr/bin/voice360-companion --hidden'],
    [['/opt/Voice360 Companion/app'], '"/opt/Voice360 Companion/app"'],
    [['/home/a$b/100%/"x"'], '"/home/a\\\\$b/100%%/\\\\"x\\\\""']
  ])('writes %j as %s', (words, exec) => {
    expect(execOf(words)).toBe(exec)
  })

  it('is read back as the same words, on one line', () => {
    assert(
      property(array(string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (words) => {
        const exec = execOf(words)
        expect(exec).not.toMatch(/[\n\r]/)
        expect(wordsOf(exec)).toEqual(words)
      })
    )
  })
})

describe('the links that packages offer to open', () => {
  it('are the same in the desktop file and the Windows installer', () => {
    const { 'Desktop Entry': entry } = parseDesktopEntry(
      readFileSync(join(resources, desktopFileName), 'utf8')
    )
    const types = entry?.['MimeType']?.split(';').filter(Boolean)
    expect(types).toEqual(linkSchemes.map((scheme) => `x-scheme-handler/${scheme}`))
    const installer = readFileSync(join(resources, 'installer', 'installer.nsh'), 'utf8')
    const associated = [...installer.matchAll(/URLAssociations" "(\w+)"/g)].map(([, scheme]) => scheme)
    expect(associated).toEqual(linkSchemes)
  })
})
