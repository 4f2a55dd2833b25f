import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whyNotToRelease, writeSums } from '../../../scripts/release.ts'

let folder: string
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice360-release-'))
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('whyNotToRelease', () => {
  beforeEach(() => {
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '--message', 'First')
  })
  const reasons = (
    env: NodeJS.ProcessEnv = {},
    system: 'linux' | 'mac' | 'win' = 'linux',
    mayBeUnsigned = false
  ) => whyNotToRelease(folder, env, { system, mayBeUnsigned })

  it('asks for the tag of this very version', () => {
    expect(reasons()).toEqual(['The commit has no tag v1.2.3.'])
    git('tag', 'v1.2.30')
    expect(reasons()).toHaveLength(1)
    git('tag', 'v1.2.3')
    expect(reasons()).toEqual([])
  })

  it('refuses what is not committed, and another Electron', () => {
    git('tag', 'v1.2.3')
    writeFileSync(join(folder, 'new.ts'), '')
    expect(reasons()).toEqual([expect.stringContaining('new.ts')])
    git('add', '.')
    git('commit', '--quiet', '--message', 'Second')
    expect(reasons()).toEqual(['The commit has no tag v1.2.3.'])
    git('tag', '--force', 'v1.2.3')
    expect(reasons({ VOICE360_ELECTRON: '/electron' })).toHaveLength(1)
  })

  it('refuses an app without a signature where its system asks for one, unless that is wanted', () => {
    git('tag', 'v1.2.3')
    expect(reasons({}, 'win')).toEqual([expect.stringContaining('not signed')])
    expect(reasons({}, 'mac')).toHaveLength(2)
    expect(reasons({ CSC_LINK: 'a.p12' }, 'mac')).toEqual([expect.stringContaining('not notarised')])
    expect(reasons({ CSC_LINK: 'a.p12', APPLE_API_KEY: 'key.p8' }, 'mac')).toEqual([])
    expect(reasons({}, 'mac', true)).toEqual([])
  })
})

describe('writeSums', () => {
  it('writes what sha256sum would, and not of itself', async () => {
    writeFileSync(join(folder, 'app.deb'), 'abc')
    const sums = await writeSums(folder)
    expect(sums).toMatch(/^ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad {2}app\.deb\n/)
    expect(await writeSums(folder)).toBe(sums)
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(sums)
  })
})
