import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Closes a run with one plain line, `N passed, N failed, N skipped`. A file that could not run counts as a failure. */
export default class PlainLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests: TestCase[] = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    const failed = count('failed') + brokenFiles + unhandledErrors.length
    process.on('exit', () => {
      console.log(
        `\n${count('passed')} passed, ${failed} failed, ${count('skipped') + count('pending')} skipped`
      )
    })
  }
}
