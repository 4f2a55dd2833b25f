import { startGuardedProcess } from '../../../src/main/tunnels/guarded-process.ts'

/** An app that starts the shell script that it is given, says the process group and the script's lines, and waits to be killed. */
const [, , script = ''] = process.argv
const guarded = startGuardedProcess({
  program: '/bin/sh',
  args: ['-c', script],
  env: process.env,
  graceMs: 500,
  onLine: (line) => console.log(line)
})
console.log(`group ${guarded.pid}`)
setInterval(() => undefined, 1_000)
