import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Packaging } from './package-app.ts'
import { missingSignatures } from './signing.ts'

export interface Release {
  readonly system: Packaging['system']
  readonly mayBeUnsigned: boolean
}

/** The reasons not to release what lies in `folder`; empty where there is none. */
export function whyNotToRelease(
  folder: string,
  env: NodeJS.ProcessEnv,
  { system, mayBeUnsigned }: Release
): readonly string[] {
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const changed = git('status', '--porcelain')
  const tags = git('tag', '--points-at', 'HEAD').split('\n')
  return [
    ...(changed ? [`There are changes that are not committed:\n${changed}`] : []),
    ...(tags.includes(`v${version}`) ? [] : [`The commit has no tag v${version}.`]),
    ...(env['VOICE360_ELECTRON']
      ? ['VOICE360_ELECTRON names another Electron than the one of package.json.']
      : []),
    ...(mayBeUnsigned ? [] : missingSignatures(system, env))
  ]
}

/** Writes SHA256SUMS of what lies in a folder, as `sha256sum --check` reads it; resolves with what it wrote. */
export async function writeSums(folder: string): Promise<string> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(SHA256SUMS|builder-.*\.yml)$/.test(entry.name))
    .map(({ name }) => name)
  const lines = await Promise.all(
    names.toSorted().map(async (name) => {
      const hash = createHash('sha256')
      await pipeline(createReadStream(join(folder, name)), hash)
      return `${hash.digest('hex')}  ${name}\n`
    })
  )
  const sums = lines.join('')
  writeFileSync(join(folder, 'SHA256SUMS'), sums)
  return sums
}
