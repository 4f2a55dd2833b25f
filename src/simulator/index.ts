import { ManualClock, realClock } from './clock.ts'
import { parseCommandLine, usage } from './command-line.ts'
import { type Simulator, startSimulator } from './start-simulator.ts'

const commandLine = parseCommandLine(process.argv.slice(2))
if (!commandLine.ok) {
  console.error(`${commandLine.problem}\n\n${usage}`)
  process.exit(2)
}
const { flags } = commandLine
if (flags.help) {
  console.log(usage)
  process.exit(0)
}

let simulator: Simulator
try {
  simulator = await startSimulator({
    port: flags.port,
    seed: flags.seed,
    users: flags.users,
    developerKey: flags['developer-key'],
    office: flags.office,
    clock: flags['manual-clock'] ? new ManualClock() : realClock
  })
} catch (error) {
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (!isPortTaken) throw error
  console.error(`Port ${flags.port} is taken: choose another with --port.`)
  process.exit(1)
}

const { apiUrl, accountId, keys, url } = simulator
console.log(
  flags.json
    ? JSON.stringify({ api: apiUrl, account: accountId, keys })
    : `A Voice360 is listening.
  API            ${apiUrl}
  Account        ${accountId}
  Developer key  ${keys.developer}
  User key       ${keys.users['1001']} (John Smith, 1001)
  Control        ${url}/_simulator/state`
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop())
