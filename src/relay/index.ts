import { createRedactor } from '../main/core/redact.ts'
import { systemClock as clock } from '../main/core/system-clock.ts'
import { checkConnection } from './check.ts'
import { type Command, parseCommandLine, usage } from './command-line.ts'
import { ConfigError, loadConfig } from './config/load-config.ts'
import { init } from './credentials/init.ts'
import { invite } from './credentials/invite.ts'
import { boundedWriter, createJsonLog } from './serving/json-log.ts'
import { startRelay } from './serving/start-relay.ts'

const mostLogBytesWaiting = 1024 ** 2

/** Runs until it is told to stop by SIGTERM or SIGINT; a second one ends it at once. */
async function run(path: string): Promise<void> {
  const loaded = await loadConfig(path)
  const redactor = createRedactor()
  for (const secret of loaded.secrets) redactor.addSecret(secret)
  // Whoever reads the log may end before the relay does: then its lines are lost, and webhooks are still taken.
  process.stdout.on('error', () => undefined)
  const log = createJsonLog({
    relay: loaded.name,
    redactor,
    nowMs: Date.now,
    write: boundedWriter(process.stdout, mostLogBytesWaiting)
  })
  const relay = await startRelay(loaded, { clock, log })
  let isStopping = false
  const stop = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    void relay.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
}

async function check(path: string): Promise<void> {
  const checked = await checkConnection(await loadConfig(path))
  if (!checked.ok) throw new ConfigError(checked.failure.message)
  console.log(`The configuration is right. ${checked.value}`)
}

async function carryOut(command: Command): Promise<void> {
  switch (command.kind) {
    case 'help':
      return console.log(usage)
    case 'run':
      return run(command.config)
    case 'check':
      return check(command.config)
    case 'init':
      return console.log(await init(command))
    case 'invite': {
      const { line, userEntry } = await invite(command, clock.nowMs())
      if (userEntry !== null) console.log(userEntry)
      return console.log(line)
    }
  }
}

const parsed = parseCommandLine(process.argv.slice(2))
if (!parsed.ok) {
  console.error(`${parsed.failure.message}\n\n${usage}`)
  process.exit(2)
}
try {
  await carryOut(parsed.value)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
