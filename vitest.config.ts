import { defineConfig } from 'vitest/config'

const ledgerWorker = './test/bundle-ledger-worker.ts'

const project = (name: string, timeoutMs: number, isParallel = true, globalSetup: string[] = []) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    globalSetup,
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism: isParallel,
    // As many pages beside each other as a small machine has cores.
    maxConcurrency: 2
  }
})

export default defineConfig({
  test: {
    reporters: ['default', './test/plain-line-reporter.ts'],
    projects: [
      project('unit', 20_000),
      project('architecture', 120_000),
      project('integration', 60_000, true, [ledgerWorker]),
      project('e2e', 90_000, false),
      project('electron', 90_000, false)
    ]
  }
})
