import { resolve } from 'node:path'
import { ReplayError, readLogFile, replay } from '../replay.ts'
import { showReplay } from '../show-replay.ts'

const usage =
  'Usage: npm run replay -- FILE [--json]\nFILE is a support bundle (zip) or the events.jsonl of one.'
const workerFile = new URL('../../src/main/ledger/worker.ts', import.meta.url)

const args = process.argv.slice(2)
const files = args.filter((arg) => !arg.startsWith('--'))
const [file] = files
const isForMachines = args.includes('--json')
const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')

if (file === undefined || files.length > 1 || unknown !== undefined) {
  console.error(unknown === undefined ? usage : `There is no ${unknown}.\n${usage}`)
  process.exitCode = 2
} else await show(file)

async function show(path: string): Promise<void> {
  try {
    // npm runs this in the project's folder, and says where it was called from.
    const log = await readLogFile(resolve(process.env['INIT_CWD'] ?? '', path))
    const result = await replay(log, workerFile)
    for (const { line, why } of result.problems) console.error(`Line ${line} was left out: ${why}`)
    console.log(isForMachines ? JSON.stringify(result, null, 2) : showReplay(result))
    if (result.problems.length === result.lineCount) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof ReplayError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
