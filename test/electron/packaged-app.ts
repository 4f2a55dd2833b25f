import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { createPackage } from '@electron/asar'
import { electronPath } from './launch-app.ts'

const root = join(import.meta.dirname, '..', '..')

export interface PackagedApp {
  readonly program: string
  /** The archive as it was packaged. */
  readonly archive: string
  readonly packagingOutput: string
  remove(): void
}

/**
 * Packages the app as `npm run package -- --dir` does. An older Electron cannot run it unchanged: there a launcher stands where
 * the archive was (the fuse lets nothing else be loaded), and loads the archive from beside it.
 */
export async function packageForTest(): Promise<PackagedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-packaged-'))
  // Another user runs it.
  chmodSync(folder, 0o755)
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(root, 'scripts', 'tasks', 'package.ts'), '--dir', '--output', folder],
    { cwd: root }
  )
  const unpacked = join(folder, 'linux-unpacked')
  const resources = join(unpacked, 'resources')
  const launcher = join(dirname(electronPath), 'resources', 'app')
  const packaged = join(resources, 'app.asar')
  const isOlderElectron = existsSync(launcher)
  const archive = isOlderElectron ? join(resources, 'packaged.asar') : packaged
  if (isOlderElectron) {
    renameSync(packaged, archive)
    renameSync(`${packaged}.unpacked`, `${archive}.unpacked`)
    // Linked: it is a large folder.
    execFileSync('cp', ['-al', launcher, join(resources, 'launcher')])
    const app = join(folder, 'launcher-app')
    cpSync(join(import.meta.dirname, 'driven-app'), app, { recursive: true })
    writeFileSync(join(app, 'package.json'), '{ "name": "voice360-companion", "main": "packaged.cjs" }')
    await createPackage(app, packaged)
  }
  return {
    program: join(unpacked, 'voice360-companion'),
    archive,
    packagingOutput: stdout + stderr,
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

export interface OrdinaryUser {
  readonly home: string
  /** Starts a program as this user, on the desktop that the test runs on. */
  start(program: string, args: readonly string[], env?: Record<string, string>): ChildProcess
  leave(): void
}

/** The user's id and group on every Linux that stand for nobody. */
const nobody = 65_534

/**
 * A user without rights, with a home, a session bus and a keyring of their own: Chromium's sandbox, which a packaged app insists
 * on, is not for root.
 */
export async function becomeOrdinaryUser(): Promise<OrdinaryUser> {
  const home = mkdtempSync(join(tmpdir(), 'voice360-user-'))
  const ids = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  const own = (path: string): void => {
    if (ids.uid !== undefined) chownSync(path, ids.uid, ids.gid)
  }
  const runtime = join(home, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    DISPLAY: process.env['DISPLAY'],
    HOME: home,
    XDG_RUNTIME_DIR: runtime
  }
  const { XAUTHORITY } = process.env
  if (XAUTHORITY) {
    env['XAUTHORITY'] = join(home, 'xauthority')
    copyFileSync(XAUTHORITY, env['XAUTHORITY'])
    own(env['XAUTHORITY'])
  }
  own(home)
  own(runtime)

  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    ...ids,
    env,
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const [address] = await once(createInterface({ input: bus.stdout }), 'line')
  env['DBUS_SESSION_BUS_ADDRESS'] = String(address)
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    ...ids,
    env,
    stdio: ['pipe', 'ignore', 'ignore']
  })
  keyring.stdin.end('\n')
  return {
    home,
    start: (program, args, further) =>
      spawn(program, args, { ...ids, env: { ...env, ...further }, cwd: home, stdio: 'pipe' }),
    leave() {
      keyring.kill()
      bus.kill()
      rmSync(home, { recursive: true, force: true, maxRetries: 10 })
    }
  }
}
