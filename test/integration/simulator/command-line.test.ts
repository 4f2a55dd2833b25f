import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serverOnLoopback } from './webhook-receiver.ts'

const entry = new URL('../../../src/simulator/index.ts', import.meta.url).pathname

function run(...flags: readonly string[]) {
  const child = spawn(process.execPath, [entry, ...flags])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function outcome(...flags: readonly string[]) {
  const child = run(...flags)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr }
}

describe('npm run simulator', () => {
  it.for(['SIGTERM', 'SIGINT'] as const)('prints one line when ready, and stops on %s', async (signal) => {
    const child = run('--json', '--developer-key', 'your_api_key', '--office')
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
    const ready = JSON.parse(line)
    expect(ready).toEqual({
      api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v3\/voice$/),
      account: 61,
      keys: { developer: 'your_api_key', users: expect.objectContaining({ 1001: expect.any(String) }) }
    })
    const response = await fetch(`${ready.api}/61/queues`, { headers: { 'X-API-Key': 'your_api_key' } })
    expect(response.status).toBe(200)
    child.kill(signal)
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  it('says that the port is taken', async () => {
    const { port } = await serverOnLoopback(() => {})
    const { code, stdout, stderr } = await outcome('--port', String(port))
    expect([code, stdout, stderr]).toEqual([1, '', `Port ${port} is taken: choose another with --port.\n`])
  })

  it('explains a wrong flag and the right ones', async () => {
    const { code, stderr } = await outcome('--prot', '1')
    expect(code).toBe(2)
    expect(stderr).toMatch(/--prot/)
    expect(stderr).toMatch(/--developer-key/)
  })

  it('helps', async () => {
    const { code, stdout } = await outcome('--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/--manual-clock/)
  })
})
