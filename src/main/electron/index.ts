import { join } from 'node:path'
import { app } from 'electron'
import { readKeys } from '../read-keys.ts'
import { readStartOptions } from '../start-options.ts'
import { settleBeforeReady } from './before-ready.ts'
import { openFirstWindow } from './first-window.ts'
import { keepCompiledCode } from './keep-compiled-code.ts'
import { catchFaults, failToStart } from './last-words.ts'
import { gatherOutsideRequests, wordsOf } from './outside-requests.ts'
import { claimSingleInstance } from './single-instance.ts'

// Beside this file, in which all that is bundled begins.
const workerFile = join(import.meta.dirname, 'ledger-worker.cjs')

async function main(): Promise<void> {
  const onRunning = catchFaults(Date.now)
  settleBeforeReady()
  const options = readStartOptions(wordsOf(process.argv), process.env, app)
  if (!claimSingleInstance(options.userDataFolder)) return app.exit(0)
  keepCompiledCode(options.userDataFolder)
  const outside = gatherOutsideRequests(options.requests)
  const keys = options.hasKeysOnInput ? await readKeys(process.stdin) : []
  await app.whenReady()

  const first = openFirstWindow(options)
  await first.isSeen
  const { runDesktop } = await import('../run-desktop.ts')
  await runDesktop({ first, options, keys, workerFile, outside, onRunning })
}
main().catch(failToStart)
