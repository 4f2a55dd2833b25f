import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listPageFiles } from '../../../../src/main/pages/page-files.ts'
import { pageHeaders } from '../../../../src/main/pages/page-headers.ts'

function builtPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'main.js.map'), '{}')
  writeFileSync(join(folder, '.env'), 'KEY=x')
  return folder
}

test('what a page loads is listed by its path; nothing else is', () => {
  const files = listPageFiles(builtPages())
  expect([...files.keys()].toSorted()).toEqual(['/assets/main.js', '/index.html'])
  expect(files.get('/assets/main.js')).toMatchObject({ contentType: 'text/javascript; charset=utf-8' })
  expect(files.get('/assets/main.js')?.read().toString()).toBe('export {}')
})

test('of the styles that stand in a page its own are allowed, each by its hash', () => {
  const folder = builtPages()
  const style = '@media (width<=760px) {\n  .shell { height: 100% }\n}'
  writeFileSync(join(folder, 'index.html'), `<!doctype html><style>${style}</style><p>text</p>`)
  const file = listPageFiles(folder).get('/index.html')
  const hash = createHash('sha256').update(style).digest('base64')
  expect(file?.styleHashes).toEqual([`sha256-${hash}`])
  expect(pageHeaders("'none'", file)['Content-Security-Policy']).toContain(`'sha256-${hash}'; img-src`)
  expect(pageHeaders("'none'")['Content-Security-Policy']).not.toContain(hash)
})

test('a page in Electron talks to nobody', () => {
  expect(pageHeaders("'none'")['Content-Security-Policy']).toContain("connect-src 'none'")
  expect(pageHeaders("'self'")['Content-Security-Policy']).toContain("connect-src 'self'")
})
