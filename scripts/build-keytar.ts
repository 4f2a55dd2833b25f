import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './root.ts'
import { run } from './run.ts'

/**
 * keytar brings no binary in its package: it is downloaded or compiled here, once. Where neither works its stand-in
 * (@napi-rs/keyring) reaches the same keychain, so a failure is only mentioned.
 */
export async function buildKeytar(): Promise<void> {
  const require = createRequire(join(root, 'package.json'))
  const folder = packageFolder('keytar')
  if (folder === null) return
  const attempted = join(folder, '.build-attempted')
  if (existsSync(attempted)) return
  writeFileSync(attempted, '')
  const headers = packageFolder(`node-${process.platform}-${process.arch}`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const status = await run(npm, ['rebuild', 'keytar', '--ignore-scripts=false', '--loglevel=silent'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
    timeout: 120_000,
    env: { ...process.env, ...(headers && { npm_config_nodedir: headers }) }
  })
  if (status !== 0) console.error('keytar could not be built here; @napi-rs/keyring keeps the keys instead.')

  function packageFolder(name: string): string | null {
    try {
      return dirname(require.resolve(`${name}/package.json`))
    } catch {
      return null
    }
  }
}
