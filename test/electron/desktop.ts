import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { vi } from 'vitest'

/** The title of the window that gets the keys, as the window manager sees it. */
export const activeWindowTitle = (): string =>
  execFileSync('xdotool', ['getactivewindow', 'getwindowname'], { encoding: 'utf8' }).trim()

/** Presses keys as a keyboard would: `ctrl+shift+d`, `Return`. */
export const press = (...keys: string[]): void => void execFileSync('xdotool', ['key', ...keys])

/** Whether a window of that title is on screen. */
export const isTitleOnScreen = (title: string): boolean =>
  spawnSync('xdotool', ['search', '--onlyvisible', '--name', `^${title}$`]).status === 0

export interface Place {
  readonly x: number
  readonly y: number
}

/** Drags with the mouse, as slowly as a hand. */
export function drag(from: Place, to: Place): void {
  const stepCount = 10
  const at = ({ x, y }: Place) => ['mousemove', '--sync', String(x), String(y)]
  const steps = Array.from({ length: stepCount }, (_, step) => {
    const part = (step + 1) / stepCount
    return {
      x: Math.round(from.x + (to.x - from.x) * part),
      y: Math.round(from.y + (to.y - from.y) * part)
    }
  })
  const path = steps.flatMap((step) => [...at(step), 'sleep', '0.03'])
  execFileSync('xdotool', [...at(from), 'mousedown', '1', ...path, 'mouseup', '1'])
}

export async function copyToClipboard(text: string): Promise<void> {
  const xclip = spawn('xclip', ['-selection', 'clipboard'], { stdio: ['pipe', 'ignore', 'ignore'] })
  xclip.stdin.end(text)
  await once(xclip, 'exit')
}

/** Everything the notification server has shown, as it tells it. */
export function shownNotifications(): string {
  execFileSync('dunstctl', ['close-all'])
  return execFileSync('dunstctl', ['history'], { encoding: 'utf8' })
}

export interface OtherProgram {
  /** The keys that went to it. */
  readonly keys: () => readonly string[]
  readonly close: () => void
}

const otherTitle = 'Event Tester'
const wait = { timeout: 10_000 }

/** Some other program that the user types into: xev, which says what it gets. */
export async function openOtherProgram(): Promise<OtherProgram> {
  const program: ChildProcess = spawn('xev', ['-event', 'keyboard'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  program.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  // Fails until the window manager has the window.
  await vi.waitFor(() => execFileSync('wmctrl', ['-a', otherTitle], { stdio: 'ignore' }), wait)
  await vi.waitFor(() => {
    if (activeWindowTitle() !== otherTitle) throw new Error(`${otherTitle} has no focus`)
  }, wait)
  return {
    keys: () => [...output.matchAll(/KeyPress[^]*?keysym 0x[0-9a-f]+, (\w+)/g)].map(([, name]) => name ?? ''),
    close: () => void program.kill()
  }
}
