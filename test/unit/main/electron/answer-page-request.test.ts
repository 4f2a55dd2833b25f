import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPageRequest } from '../../../../src/main/electron/answer-page-request.ts'
import { listPageFiles } from '../../../../src/main/pages/page-files.ts'

describe('answerPageRequest', () => {
  let parent: string
  let files: ReturnType<typeof listPageFiles>
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'pages-'))
    writeFileSync(join(parent, 'secret.html'), 'secret')
    mkdirSync(join(parent, 'renderer', 'assets'), { recursive: true })
    writeFileSync(join(parent, 'renderer', 'index.html'), '<!doctype html>')
    writeFileSync(join(parent, 'renderer', 'assets', 'index.js'), 'export {}')
    writeFileSync(join(parent, 'renderer', 'notes.map'), '{}')
    files = listPageFiles(join(parent, 'renderer'))
  })
  afterAll(() => rmSync(parent, { recursive: true }))

  const get = (url: string, method = 'GET') => answerPageRequest(new Request(url, { method }), files)

  it('serves the files that were built, each as what it is', async () => {
    const page = get('app://v360/index.html')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    await expect(page.text()).resolves.toBe('<!doctype html>')
    expect(get('app://v360/assets/index.js#top').headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8'
    )
  })

  it.each([
    ['app://v360/index.html', 200],
    ['app://v360/missing', 404]
  ])('sends the policy with every answer (%s)', (url, status) => {
    const { headers, status: answered } = get(url)
    expect(answered).toBe(status)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const policy = headers.get('content-security-policy')
    expect(policy?.replace(/ 'sha256-[\w+/]{43}='/, '')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; " +
        "media-src 'self'; object-src 'none'; frame-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
  })

  it.each([
    'app://v360/',
    'app://v360/../secret.html',
    'app://v360/%2e%2e/secret.html',
    'app://v360/..%2fsecret.html',
    'app://v360/assets/..%5c..%5csecret.html',
    'app://v360//index.html',
    'app://v360/%252e%252e%252fsecret.html',
    'app://v360/..%00/secret.html',
    'app://v360/index.html%00.js',
    'app://v360/index%2ehtml',
    'app://v360/..\\secret.html',
    'app://v360/assets%2findex.js',
    'app://v360/./%2e/..;/secret.html',
    'app://v360/INDEX.HTML',
    'app://v360:8080/index.html',
    'app://v360./index.html',
    'app://v360/constructor',
    'app://v360/notes.map',
    'app://v360/__proto__',
    'app://other/index.html',
    'app://v360.example/index.html'
  ])('knows nothing of %s', (url) => {
    expect(get(url).status).toBe(404)
  })

  it.each(['POST', 'HEAD', 'PUT'])('answers GET only, not %s', (method) => {
    expect(get('app://v360/index.html', method).status).toBe(404)
  })
})
