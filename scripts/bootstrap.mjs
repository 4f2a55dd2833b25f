// Runs on whatever Node the machine has (20 or newer): installs what package-lock.json says where it is not there yet, then
// hands over to scripts/tasks/NAME.ts on the Node that the app is built for.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = [22, 18]

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** Whether node_modules holds the very versions of the lockfile. Optional packages may be for another system. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))
  if (!present) return false
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === '' || present.packages[path]?.version === version || (optional && !present.packages[path])
  )
}

function install() {
  console.error('Installing what package-lock.json names …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  })
  if (status !== 0) {
    console.error('npm ci failed; its messages stand above. Nothing was started.')
    process.exit(1)
  }
}

/** Node of the version that Electron embeds, from an npm package; else the one that runs this, if it is new enough. */
function findNode() {
  const require = createRequire(join(root, 'package.json'))
  for (const name of [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`]) {
    try {
      const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
      return join(dirname(require.resolve(`${name}/package.json`)), binary)
    } catch {
      // Not made for this system.
    }
  }
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath
  console.error(
    `Node ${process.versions.node} is too old here: install Node ${oldestNode.join('.')} or newer.`
  )
  process.exit(1)
}

const [task, ...args] = process.argv.slice(2)
if (!isInstalled()) install()
const node = findNode()
const binaries = [dirname(node), join(root, 'node_modules', '.bin')]
const separator = process.platform === 'win32' ? ';' : ':'
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'tasks', `${task}.ts`), ...args],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [...binaries, process.env.PATH].join(separator) }
  }
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
