import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/root.ts'

const watchedRow = '[role=option]'

/** Makes an app of one window in `folder`, whose page is a list of text and nothing else. */
export function prepareBareApp(folder: string): void {
  prepare(folder, { name: 'bare' })
  copyFileSync(join(import.meta.dirname, 'bare-main.cjs'), join(folder, 'built', 'index.cjs'))
  const rows = Array.from({ length: 30 }, (_, row) => `<li role="option">+1 212 555 01${row + 10}</li>`)
  writeFileSync(
    join(folder, 'built', 'index.html'),
    `<!doctype html><title>Bare</title><ul role="listbox">${rows.join('')}</ul>`
  )
}

/**
 * Makes our app in `folder` from what is built. What the main process runs lies in another folder than `out/`, where the launcher of
 * an older Electron would rewrite it at each start; it needs no rewriting.
 */
export function prepareOurApp(folder: string): void {
  prepare(folder, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  for (const name of ['resources', 'node_modules']) symlinkSync(join(root, name), join(folder, name))
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true })
  cpSync(join(root, 'out', 'main'), join(folder, 'built'), { recursive: true })
}

function prepare(folder: string, manifest: object): void {
  mkdirSync(join(folder, 'built'), { recursive: true })
  copyFileSync(join(import.meta.dirname, 'watched-main.cjs'), join(folder, 'main.cjs'))
  copyFileSync(join(import.meta.dirname, 'light-thread.cjs'), join(folder, 'light-thread.cjs'))
  copyFileSync(join(root, 'test/electron/driven-app/newer-node.cjs'), join(folder, 'newer-node.cjs'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, type: 'commonjs', main: 'main.cjs', watchedRow })
  )
}
