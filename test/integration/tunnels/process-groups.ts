import { readdirSync, readFileSync } from 'node:fs'

/** Whether this system tells of its processes in /proc, as Linux does. */
export const canSeeProcesses = process.platform === 'linux'

interface SeenProcess {
  readonly pid: number
  readonly group: number
  readonly commandLine: string
}

/** What runs now, as far as it can be seen; a process that ended and was not yet asked about does not. */
function runningProcesses(): readonly SeenProcess[] {
  if (!canSeeProcesses) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // "PID (name) STATE PARENT GROUP …", proc(5); a name may have anything in it.
        const [state = '', , group] =
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
        const commandLine = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return 'ZX'.includes(state) ? [] : [{ pid: Number(name), group: Number(group), commandLine }]
      } catch {
        return []
      }
    })
}

/** The command lines of all that runs in that process group. */
export const runningInGroup = (group: number): readonly string[] =>
  runningProcesses()
    .filter((one) => one.group === group)
    .map(({ commandLine }) => commandLine)

/** The command lines of all that has `mark` in them, but for this very process. */
export const runningWith = (mark: string): readonly string[] =>
  runningProcesses()
    .filter(({ pid, commandLine }) => pid !== process.pid && commandLine.includes(mark))
    .map(({ commandLine }) => commandLine)
