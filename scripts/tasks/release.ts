import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageApp, thisSystem } from '../package-app.ts'
import { whyNotToRelease, writeSums } from '../release.ts'
import { root } from '../root.ts'

// npm run release -- [--unsigned]: everything of this system, into dist/. It uploads nothing.
const { values } = parseArgs({ options: { unsigned: { type: 'boolean' } } })
const reasons = whyNotToRelease(root, process.env, {
  system: thisSystem(),
  mayBeUnsigned: values.unsigned ?? false
})
if (reasons.length > 0) {
  console.error(`Nothing is released:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`)
  process.exit(1)
}
// What is there may be of another commit.
for (const folder of ['out', 'dist']) rmSync(join(root, folder), { recursive: true, force: true })
await packageApp({ system: thisSystem(), targets: [], archs: [], output: 'dist' })
console.log(await writeSums(join(root, 'dist')))
