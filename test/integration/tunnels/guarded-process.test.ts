import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ProcessOrder, startGuardedProcess } from '../../../src/main/tunnels/guarded-process.ts'
import { canSeeProcesses, runningInGroup } from './process-groups.ts'

const node = process.execPath

/** A shell script that starts somebody of its own and goes on. */
const withHelper = 'sleep 1000 & echo ready; wait'
const stubborn = "trap '' TERM; sleep 1000 & echo ready; while :; do wait; done"

function start(order: Partial<ProcessOrder> & Pick<ProcessOrder, 'program' | 'args'>) {
  const lines: string[] = []
  const guarded = startGuardedProcess({
    env: process.env,
    graceMs: 300,
    onLine: (line) => lines.push(line),
    ...order
  })
  onTestFinished(() => guarded.stop())
  return { lines, group: guarded.pid ?? 0, ended: guarded.ended, stop: () => guarded.stop() }
}
const startScript = (script: string, order: Partial<ProcessOrder> = {}) =>
  start({ program: '/bin/sh', args: ['-c', script], ...order })

describe.skipIf(process.platform === 'win32')('A guarded program', () => {
  test('its lines are read from both outputs, its code when it ends', async () => {
    const { lines, ended } = startScript('echo one; echo two >&2; printf three; exit 7')
    expect(await ended).toEqual({ code: 7 })
    expect(lines.toSorted()).toEqual(['one', 'three', 'two'])
  })

  test('gets its arguments as they are, and nothing to read', async () => {
    const args = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)), process.stdin.read())']
    const { lines, ended } = start({
      program: node,
      args: [...args, '--', '$HOME', 'a b', '"', "'", ';exit 1']
    })
    expect(await ended).toEqual({ code: 0 })
    expect(lines).toEqual([`${JSON.stringify(['$HOME', 'a b', '"', "'", ';exit 1'])} null`])
  })

  test('a program that cannot be executed says so by the shell’s code', async () => {
    expect(await start({ program: '/nowhere/at-all', args: [] }).ended).toEqual({ code: 127 })
    expect(await start({ program: import.meta.filename, args: [] }).ended).toEqual({ code: 126 })
  })

  test.each([
    ['that ends when asked to', withHelper],
    ['that does not', stubborn]
  ])('one %s is gone once it is stopped, with all that it started', async (_name, script) => {
    const { lines, group, stop } = startScript(script)
    await expect.poll(() => lines).toEqual(['ready'])
    await stop()
    await stop()
    await expect.poll(() => runningInGroup(group)).toEqual([])
  })

  test('one that is asked to end may say its last word', async () => {
    const { lines, stop } = startScript(
      "trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done"
    )
    await expect.poll(() => lines).toEqual(['ready'])
    await stop()
    expect(lines).toContain('bye')
  })

  test('the grace is kept where the program’s PATH leads nowhere', async () => {
    const script = "trap '' TERM; echo ready; /bin/sleep 0.4; echo done; while :; do /bin/sleep 0.05; done"
    const { lines, stop } = startScript(script, { env: { PATH: '/nowhere' }, graceMs: 1_500 })
    await expect.poll(() => lines).toEqual(['ready'])
    await stop()
    expect(lines).toContain('done')
  })

  test.skipIf(!canSeeProcesses)(
    'one that leaves the group and holds its outputs is not waited for',
    async () => {
      const leave = "setsid sh -c 'echo left; kill -USR1 $PPID; exec sleep 5'"
      const { lines, ended } = startScript(`trap 'exit 0' USR1; ${leave} & while :; do sleep 0.05; done`, {
        graceMs: 100
      })
      expect(await ended).toEqual({ code: 0 })
      expect(lines).toEqual(['left'])
    }
  )

  test('what it leaves behind is ended when it ends by itself', async () => {
    const { lines, group, ended } = startScript('sleep 1000 & echo left; exit 3')
    expect(await ended).toEqual({ code: 3 })
    expect(lines).toEqual(['left'])
    await expect.poll(() => runningInGroup(group)).toEqual([])
  })
})

describe.skipIf(!canSeeProcesses)('When the app is killed', () => {
  test.each([
    ['one that ends when asked to', withHelper],
    ['one that does not', stubborn]
  ])('%s is gone, with all that it started and the guard', async (_name, script) => {
    const app = spawn(node, [join(import.meta.dirname, 'guarding-app.ts'), script], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    onTestFinished(() => void app.kill('SIGKILL'))
    const said: string[] = []
    createInterface({ input: app.stdout }).on('line', (line) => said.push(line))
    await expect
      .poll(() => said.toSorted(), { timeout: 10_000 })
      .toEqual([expect.stringMatching(/^group \d+$/), 'ready'])
    const group = Number(said.find((line) => line.startsWith('group'))?.slice(6))
    onTestFinished(() => {
      if (runningInGroup(group).length > 0) process.kill(-group, 'SIGKILL')
    })
    // The guard, the shell that waits, the program, and what it started.
    expect(runningInGroup(group)).toHaveLength(4)

    app.kill('SIGKILL')
    await once(app, 'exit')
    await expect.poll(() => runningInGroup(group), { timeout: 10_000 }).toEqual([])
  })
})
