import { defineConfig } from 'vitest/config'

const project = (name: string, timeoutMs: number, isParallel = true) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
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
      project('integration', 60_000),
      project('e2e', 90_000, false),
      project('electron', 90_000, false)
    ]
  }
})
