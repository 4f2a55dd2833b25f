import { parseArgs } from 'node:util'
import { packageApp, thisSystem } from '../package-app.ts'

// npm run package -- [--dir | TARGET…] [--linux | --mac | --win] [--x64] [--arm64] [--output FOLDER]
const flag = { type: 'boolean' } as const
const { values, positionals } = parseArgs({
  options: {
    dir: flag,
    linux: flag,
    mac: flag,
    win: flag,
    x64: flag,
    arm64: flag,
    output: { type: 'string' }
  },
  allowPositionals: true
})
const made = await packageApp({
  system: (['linux', 'mac', 'win'] as const).find((name) => values[name]) ?? thisSystem(),
  targets: values.dir ? ['dir'] : positionals,
  archs: (['x64', 'arm64'] as const).filter((arch) => values[arch]),
  output: values.output ?? 'dist'
})
console.log(made.join('\n'))
