import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

const sshd = '/usr/sbin/sshd'

/** Whether this computer has a server to test against; where everything is tested (CI) it has to. */
export const canServeSsh = existsSync(sshd) || process.env['CI'] !== undefined

/** Real servers do what they please with a port; this one was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        server.close(() => resolve(port))
      })
  })

export interface SshServer {
  readonly destination: string
  readonly port: number
  /** For ssh, instead of the user's own configuration: this server's key is known, and this key is used. */
  readonly configFile: string
  readonly folder: string
  /** Writes another configuration, which knows these host keys and uses this key. */
  configure(name: string, keys: { readonly knownHosts?: string; readonly identity?: string }): string
  makeKey(name: string): string
  /** Kills it with all its connections, as a machine that loses its power. */
  kill(): void
  /** From now on it says nothing to anybody, as if the network had been cut. */
  freeze(): void
}

/** Starts Debian's sshd with keys and a configuration of its own, which touches nothing of the user's; killed after the test. */
export async function startSshServer({
  address = '127.0.0.1',
  within = []
}: {
  readonly address?: string
  readonly within?: readonly string[]
} = {}): Promise<SshServer> {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-ssh-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const makeKey = (name: string): string => {
    const file = join(folder, name)
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file])
    return file
  }
  const publicPart = (file: string): string => readFileSync(`${file}.pub`, 'utf8')

  const hostKey = makeKey('host-key')
  const userKey = makeKey('user-key')
  const authorizedKeys = join(folder, 'authorized-keys')
  writeFileSync(authorizedKeys, publicPart(userKey), { mode: 0o600 })
  const port = await freePort()
  const serverConfig = join(folder, 'sshd-config')
  writeFileSync(
    serverConfig,
    [
      `ListenAddress ${address}:${port}`,
      `HostKey ${hostKey}`,
      `AuthorizedKeysFile ${authorizedKeys}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin prohibit-password',
      'AllowTcpForwarding remote',
      'LogLevel VERBOSE',
      ''
    ].join('\n')
  )
  // Root's sshd locks itself up there; the system's service makes it when it starts.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })

  const [program, ...args] = [...within, sshd, '-D', '-e', '-f', serverConfig]
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const kill = (): void => signalAll(server, 'SIGKILL')
  onTestFinished(kill)
  await isListening(server)

  const configure: SshServer['configure'] = (name, keys) => {
    const knownHosts = join(folder, `${name}-known-hosts`)
    writeFileSync(knownHosts, keys.knownHosts ?? `[${address}]:${port} ${publicPart(hostKey)}`)
    const file = join(folder, `${name}-config`)
    const lines = [
      'Host *',
      `  IdentityFile ${keys.identity ?? userKey}`,
      '  IdentitiesOnly yes',
      `  UserKnownHostsFile ${knownHosts}`,
      '  GlobalKnownHostsFile /dev/null',
      '  UpdateHostKeys no',
      ''
    ]
    writeFileSync(file, lines.join('\n'), { mode: 0o600 })
    return file
  }
  return {
    destination: `${userInfo().username}@${address}`,
    port,
    configFile: configure('client', {}),
    folder,
    configure,
    makeKey,
    kill,
    freeze: () => signalAll(server, 'SIGSTOP')
  }
}

async function isListening(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error('sshd has no output to read')
  const said: string[] = []
  const lines = createInterface({ input: server.stderr })
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line)
      if (line.startsWith('Server listening on')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`sshd did not start: ${said.join(' / ')}`)))
  })
}

/** Each connection has processes of its own, which live on when the one that listens is killed. */
function signalAll(server: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = server
  if (pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  const children = childrenOf(pid)
  server.kill(signal)
  for (const child of children) trySignal(child, signal)
}

function childrenOf(pid: number): readonly number[] {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number)
    return own.flatMap((child) => [child, ...childrenOf(child)])
  } catch {
    return []
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It was gone already.
  }
}
