import { runTool } from '../run.ts'

const layers = [
  'src/shared',
  'src/main/core',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/simulator',
  'src/relay',
  'test'
]

let failures = 0
for (const layer of layers) {
  const status = await runTool('typescript', 'bin/tsc', ['--noEmit', '-p', `${layer}/tsconfig.json`])
  if (status !== 0) failures += 1
}
console.log(`types: ${layers.length - failures} layers right, ${failures} wrong`)
process.exitCode = failures === 0 ? 0 : 1
