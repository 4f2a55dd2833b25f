import type { OpenTunnel, TunnelEvents, TunnelTrouble } from '../core/ports.ts'
import { findProgram } from './find-program.ts'
import { startGuardedProcess } from './guarded-process.ts'
import { createTunnelVoice, startLimitMs, type TunnelMachine } from './tunnel-machine.ts'

// The shell's own answers where a file cannot be executed, or is gone since it was found.
const cannotBeRun = [126, 127]

/** What a tunnel's own part may say while its program runs. */
export interface ProgramWay {
  readonly isUp: () => boolean
  up(publicAddress: string): void
  down(trouble: TunnelTrouble): void
  /** What it will have been if the program ends now. */
  blame(trouble: TunnelTrouble | null): void
  /** Ends the program, and the tunnel once that is gone. */
  end(trouble: TunnelTrouble): void
}

export interface TunnelProgram {
  readonly name: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Called for each line that it prints. */
  readonly onLine: (line: string, way: ProgramWay) => void
  /** Called once it is over, in whatever way. */
  readonly onOver?: () => void
}

/** A tunnel that is a program of this computer: found, started, listened to, and given up where it does not come up in time. */
export function openProgramTunnel(
  machine: TunnelMachine,
  program: TunnelProgram,
  events: TunnelEvents
): OpenTunnel {
  const voice = createTunnelVoice(events)
  let stop: () => Promise<void> = () => Promise.resolve()
  let cancelLimit = (): void => undefined
  let cause: TunnelTrouble | null = null
  let isOver = false

  const finish = async (): Promise<void> => {
    isOver = true
    cancelLimit()
    program.onOver?.()
    await stop()
  }
  const end = async (trouble: TunnelTrouble): Promise<void> => {
    if (isOver) return
    await finish()
    voice.end(trouble)
  }
  const way: ProgramWay = {
    isUp: voice.isUp,
    up(publicAddress) {
      if (isOver) return
      cancelLimit()
      voice.up(publicAddress)
    },
    down(trouble) {
      if (!isOver) voice.down(trouble)
    },
    blame(trouble) {
      cause = trouble
    },
    end: (trouble) => void end(trouble)
  }

  const run = async (): Promise<void> => {
    const path = await findProgram(program.name, machine)
    if (isOver) return
    if (path === null) return end({ code: 'no-program', detail: '' })
    const child = startGuardedProcess({
      program: path,
      args: program.args,
      env: program.env,
      platform: machine.platform,
      onLine: (line) => {
        if (!isOver) program.onLine(line, way)
      }
    })
    stop = () => child.stop()
    cancelLimit = machine.clock.schedule(startLimitMs, () =>
      way.end(cause ?? { code: 'no-connection', detail: '' })
    )
    const { code } = await child.ended
    const isNoProgram = child.pid === null || (!voice.wasUp() && code !== null && cannotBeRun.includes(code))
    await end(
      isNoProgram
        ? { code: 'no-program', detail: '' }
        : (cause ?? { code: voice.wasUp() ? 'ended' : 'no-connection', detail: '' })
    )
  }
  void run()

  return {
    async close() {
      voice.hush()
      await finish()
    }
  }
}
