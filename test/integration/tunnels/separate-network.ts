import { execFileSync, spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

// Of the addresses for tests of networks (RFC 2544, 198.18.0.0/15), four for each run, so that two runs do not meet.
const subnet = `198.18.${(process.pid >> 6) & 255}`
const first = (process.pid & 63) * 4
const hereAddress = `${subnet}.${first + 1}`
const thereAddress = `${subnet}.${first + 2}`

const ip = (...args: readonly string[]): void => void execFileSync('ip', [...args], { stdio: 'pipe' })

/** Whether this computer lets a test have a network of its own: Linux, root, iproute2, and a container that allows it. */
export function canSeparateNetworks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const name = `v360-try-${process.pid}`
  if (spawnSync('ip', ['netns', 'add', name]).status !== 0) return false
  return spawnSync('ip', ['netns', 'delete', name]).status === 0
}

export interface SeparateNetwork {
  /** Of the computer in that network, as seen from here. */
  readonly address: string
  /** What a command line has to begin with to run there. */
  readonly within: readonly string[]
  /** From now on packets vanish on their way, and nobody is told. */
  cut(): void
}

/** A network (`ip netns`) that a cable (veth) leads to from here; taken away after the test. */
export function openSeparateNetwork(): SeparateNetwork {
  const name = `v360-${process.pid}`
  const [here, there] = [`v360h${process.pid}`, `v360t${process.pid}`]
  ip('netns', 'add', name)
  onTestFinished(() => ip('netns', 'delete', name))
  ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name)
  onTestFinished(() => ip('link', 'delete', here))
  ip('address', 'add', `${hereAddress}/30`, 'dev', here)
  ip('link', 'set', here, 'up')
  ip('-n', name, 'address', 'add', `${thereAddress}/30`, 'dev', there)
  ip('-n', name, 'link', 'set', there, 'up')
  ip('-n', name, 'link', 'set', 'lo', 'up')
  return {
    address: thereAddress,
    within: ['ip', 'netns', 'exec', name],
    cut: () => ip('-n', name, 'link', 'set', there, 'down')
  }
}
