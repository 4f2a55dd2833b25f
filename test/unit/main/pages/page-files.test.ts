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

test('a page in Electron talks to nobody', () => {
  expect(pageHeaders("'none'")['Content-Security-Policy']).toContain("connect-src 'none'")
  expect(pageHeaders("'self'")['Content-Security-Policy']).toContain("connect-src 'self'")
})
