import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './root.ts'

const downloadLimitMs = 60_000

/** Chromium refuses to run as root inside its sandbox; an ordinary user's app keeps it. */
export const electronFlags: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export type FoundElectron =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly because: string }

/**
 * An Electron to run on: the one named by VOICE360_ELECTRON, else the one of the electron package, which is downloaded at its
 * first use; where that is impossible, or there is no screen, it says so.
 */
export function findElectron(): FoundElectron {
  const isScreenless =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (isScreenless) return { found: false, because: 'this machine has no screen' }
  const named = process.env['VOICE360_ELECTRON']
  if (named) {
    return existsSync(named)
      ? { found: true, path: named }
      : { found: false, because: `VOICE360_ELECTRON names ${named}, which is not there` }
  }
  const folder = dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  const installed = () => {
    const pathFile = join(folder, 'path.txt')
    const path = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8')) : null
    return path !== null && existsSync(path) ? path : null
  }
  if (installed() === null) {
    console.error('Downloading Electron, once …')
    spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: downloadLimitMs })
  }
  const path = installed()
  return path === null ? { found: false, because: 'Electron could not be downloaded' } : { found: true, path }
}
