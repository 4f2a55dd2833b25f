import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { openTunnels } from '../../../src/main/tunnels/open-tunnels.ts'
import { canSeeProcesses, runningWith } from './process-groups.ts'
import { recordTunnel } from './recorded-tunnel.ts'
import { canServeSsh, freePort, type SshServer, startSshServer } from './ssh-server.ts'

const url = 'https://voice.example.com'

/** A server of this computer that the tunnel is to lead to. */
async function startLocalServer(): Promise<number> {
  const server = createServer((request, response) => response.end(`${request.method} ${request.url}`))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

async function open(
  server: SshServer,
  { configFile = server.configFile, destination = server.destination, remotePort = 0, localPort = 9 } = {}
) {
  const port = remotePort || (await freePort())
  const tunnels = openTunnels({ clock: systemClock, sshArgs: ['-F', configFile] })
  const tunnel = recordTunnel(tunnels, {
    choice: { kind: 'ssh', destination, port: server.port, remotePort: port, url },
    secret: null,
    localPort
  })
  return { ...tunnel, remotePort: port }
}

const ask = (port: number): Promise<string> =>
  fetch(`http://127.0.0.1:${port}/hooks/path`, { method: 'POST' }).then(
    (answer) => answer.text(),
    () => 'nobody'
  )

describe.skipIf(!canServeSsh)('A tunnel by ssh', () => {
  test('leads from the server’s port to this computer’s, until it is closed', async () => {
    const localPort = await startLocalServer()
    const server = await startSshServer()
    const { told, close, remotePort } = await open(server, { localPort })
    await expect.poll(() => told, { timeout: 10_000 }).toEqual([{ up: url }])
    expect(await ask(remotePort)).toBe('POST /hooks/path')

    await close()
    expect(await ask(remotePort)).toBe('nobody')
    expect(told).toHaveLength(1)
    await expect.poll(() => runningWith(server.configFile)).toEqual([])
  })

  test('of which the server dies has ended at once', async () => {
    const server = await startSshServer()
    const { told } = await open(server)
    await expect.poll(() => told, { timeout: 10_000 }).toHaveLength(1)
    server.kill()
    await expect
      .poll(() => told.at(-1), { timeout: 5_000 })
      .toEqual({
        ended: { code: 'ended', detail: expect.stringMatching(/closed by remote host|reset|broken pipe/i) }
      })
  })

  test('to a server that is not there does not come up', async () => {
    const server = await startSshServer()
    server.kill()
    const { told } = await open(server)
    await expect
      .poll(() => told, { timeout: 5_000 })
      .toEqual([
        {
          ended: {
            code: 'no-connection',
            detail: `connect to host … port ${server.port}: Connection refused`
          }
        }
      ])
  })
})

describe.skipIf(!canServeSsh)('A server that is not to be trusted', () => {
  test('whose key is not known is not talked to, and its key is not taken', async () => {
    const server = await startSshServer()
    const { told } = await open(server, { configFile: server.configure('stranger', { knownHosts: '' }) })
    await expect
      .poll(() => told, { timeout: 5_000 })
      .toEqual([
        { ended: { code: 'unknown-host-key', detail: expect.stringMatching(/^No \S+ host key is known/) } }
      ])
    const again = await open(server, { configFile: join(server.folder, 'stranger-config') })
    await expect
      .poll(() => again.told, { timeout: 5_000 })
      .toMatchObject([{ ended: { code: 'unknown-host-key' } }])
  })

  test('whose key is another than the known one is not talked to', async () => {
    const server = await startSshServer()
    const another = readFileSync(`${server.makeKey('another')}.pub`, 'utf8')
    const configFile = server.configure('changed', { knownHosts: `[127.0.0.1]:${server.port} ${another}` })
    const { told } = await open(server, { configFile })
    await expect
      .poll(() => told, { timeout: 5_000 })
      .toEqual([{ ended: { code: 'unknown-host-key', detail: 'REMOTE HOST IDENTIFICATION HAS CHANGED!' } }])
  })
})

describe.skipIf(!canServeSsh)('A server that says no', () => {
  test('to the key', async () => {
    const server = await startSshServer()
    const configFile = server.configure('wrong', { identity: server.makeKey('wrong-key') })
    const { told } = await open(server, { configFile })
    await expect
      .poll(() => told, { timeout: 5_000 })
      .toEqual([{ ended: { code: 'refused', detail: 'Permission denied (publickey).' } }])
  })

  test('to the port, which somebody has', async () => {
    const server = await startSshServer()
    const taken = await startLocalServer()
    const { told } = await open(server, { remotePort: taken })
    await expect
      .poll(() => told, { timeout: 5_000 })
      .toEqual([
        {
          ended: {
            code: 'remote-port-taken',
            detail: `remote port forwarding failed for listen port ${taken}`
          }
        }
      ])
  })
})

test.skipIf(!canServeSsh)('a destination is never an option', async () => {
  const server = await startSshServer()
  const proof = join(server.folder, 'executed')
  const { told } = await open(server, { destination: `-oProxyCommand=touch ${proof}` })
  await expect.poll(() => told, { timeout: 5_000 }).toMatchObject([{ ended: {} }])
  expect(existsSync(proof)).toBe(false)
})

test.skipIf(!canServeSsh || !canSeeProcesses)('an app that is killed leaves no ssh behind', async () => {
  const server = await startSshServer()
  const remotePort = await freePort()
  const choice = { kind: 'ssh', destination: server.destination, port: server.port, remotePort, url }
  const app = spawn(
    process.execPath,
    [join(import.meta.dirname, 'tunnelling-app.ts'), JSON.stringify(choice), '-F', server.configFile],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  onTestFinished(() => void app.kill('SIGKILL'))
  const said: string[] = []
  createInterface({ input: app.stdout }).on('line', (line) => said.push(line))
  await expect.poll(() => said, { timeout: 10_000 }).toEqual([`up "${url}"`])

  app.kill('SIGKILL')
  await once(app, 'exit')
  await expect.poll(() => runningWith(server.configFile), { timeout: 10_000 }).toEqual([])
  await expect.poll(() => ask(remotePort), { timeout: 5_000 }).toBe('nobody')
})
