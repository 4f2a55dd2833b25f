import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { electronFlags } from '../../scripts/find-electron.ts'
import { press, shownNotifications } from './desktop.ts'
import { electronPath, environment, makeUserDataFolder } from './launch-app.ts'

const patience = { timeout: 20_000 }

const windows = (): string => execFileSync('wmctrl', ['-l'], { encoding: 'utf8' })

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A key that is pressed before it has the keyboard goes to whoever had it. */
async function giveKeyboardTo(title: string): Promise<void> {
  execFileSync('wmctrl', ['-a', title])
  await expect
    .poll(() => execFileSync('xdotool', ['getactivewindow', 'getwindowname'], { encoding: 'utf8' }), patience)
    .toContain(title)
}

it('restarts after what nobody caught, once, and then asks', async () => {
  const userData = makeUserDataFolder()
  const startsFile = join(userData.folder, 'starts')
  const starts = () =>
    existsSync(startsFile) ? readFileSync(startsFile, 'utf8').trim().split('\n').map(Number) : []
  onTestFinished(() => {
    for (const pid of starts().filter(isRunning)) process.kill(pid, 'SIGKILL')
    userData.remove()
  })
  const log = () => readFileSync(join(userData.folder, 'companion.log'), 'utf8')
  const dialog = 'Voice360 Companion needs you'

  spawn(electronPath, [join(import.meta.dirname, 'failing-app'), ...electronFlags], {
    env: {
      ...environment(userData.folder, 'http://127.0.0.1:9'),
      VOICE360_SECRETS: 'memory',
      VOICE360_TEST_STARTS: startsFile
    },
    stdio: 'ignore'
  })
  await expect.poll(starts, patience).toHaveLength(2)
  const [first = 0, second = 0] = starts()
  await expect.poll(() => isRunning(first), patience).toBe(false)
  await expect.poll(shownNotifications, patience).toContain('had to restart')

  await expect.poll(windows, patience).toContain(dialog)
  expect(windows()).not.toContain('Error')
  expect(isRunning(second)).toBe(true)
  await giveKeyboardTo(dialog)
  press('Return')
  await expect.poll(starts, patience).toHaveLength(3)
  const [, , third = 0] = starts()

  await expect.poll(() => isRunning(second), patience).toBe(false)
  await expect.poll(windows, patience).toContain(dialog)
  await giveKeyboardTo(dialog)
  press('Escape')
  await expect.poll(() => isRunning(third), patience).toBe(false)
  expect(starts()).toHaveLength(3)
  const faults = log()
    .split('\n')
    .filter((line) => line.includes('nobody expected'))
  expect(faults.filter((line) => line.includes('nobody caught this'))).toHaveLength(3)
  expect(faults.filter((line) => line.includes('nobody waited for this'))).toHaveLength(3)
})
