import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

/** How the keyring of a desktop session is: unlocked, locked with its window shown or not, or not there at all. */
export type KeyringState = 'unlocked' | 'locked' | 'locked-unseen' | 'no-provider' | 'no-bus'

const emptyBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

const unlocked = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null'
const started = 'gnome-keyring-daemon --start --components=secrets >/dev/null'

/** The keyring of a user of its own, in D-Bus sessions of its own. */
export function desktopKeyring() {
  const home = mkdtempSync(join(tmpdir(), 'voice360-keyring-'))
  mkdirSync(join(home, 'data'))
  writeFileSync(join(home, 'bus.conf'), emptyBus)

  /** What runs `command` in a session whose keyring is so. */
  function session(state: KeyringState, command: readonly string[]) {
    // Of each session its own: a daemon that is just ending is not to be taken for this one's.
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_RUNTIME_DIR: mkdtempSync(join(home, 'run-'))
    }
    const without = (...names: string[]): NodeJS.ProcessEnv =>
      Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)))
    const inSession = (before: string) => ['dbus-run-session', '--', 'sh', '-c', `${before}; exec "$@"`, 'sh']
    switch (state) {
      case 'unlocked':
        return { argv: [...inSession(unlocked), ...command], env: environment }
      case 'locked':
        return { argv: [...inSession(started), ...command], env: environment }
      case 'locked-unseen':
        return { argv: [...inSession(started), ...command], env: without('DISPLAY', 'WAYLAND_DISPLAY') }
      case 'no-provider':
        return {
          argv: ['dbus-run-session', `--config-file=${join(home, 'bus.conf')}`, '--', ...command],
          env: environment
        }
      case 'no-bus':
        return {
          argv: [...command],
          env: without('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR')
        }
    }
  }

  return {
    session,
    /** Opens such a session; `env` lets a program run in it. */
    async open(state: KeyringState) {
      const address = join(home, 'address')
      const tell = 'echo "$DBUS_SESSION_BUS_ADDRESS" > "$0.new"; mv "$0.new" "$0"; exec sleep 600'
      const { argv, env } = session(state, ['sh', '-c', tell, address])
      const [program = '', ...words] = argv
      const running = spawn(program, words, { env, stdio: 'ignore', detached: true })
      const bus = await vi.waitFor(() => readFileSync(address, 'utf8').trim(), { timeout: 10_000 })
      rmSync(address)
      return {
        env: { ...env, DBUS_SESSION_BUS_ADDRESS: bus },
        close: () => (running.pid === undefined ? undefined : endGroup(running.pid))
      }
    },
    /** Runs a script of this folder on plain Node there; resolves with the JSON that it writes to the file it is handed. */
    async runScript(state: KeyringState, script: string, ...args: readonly string[]): Promise<unknown> {
      const result = join(home, 'result.json')
      const file = join(import.meta.dirname, script)
      const { argv, env } = session(state, [process.execPath, file, result, ...args])
      const [program = '', ...words] = argv
      const running = spawn(program, words, { env, stdio: 'ignore', detached: true })
      await once(running, 'exit')
      // The window that asks for the keyring's password stays behind.
      if (running.pid !== undefined) endGroup(running.pid)
      return JSON.parse(readFileSync(result, 'utf8'))
    },
    remove: () => rmSync(home, { recursive: true, force: true })
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}
