import { benchListener } from './listener.ts'
import { benchPopup } from './popup.ts'

const benches: Readonly<Record<string, (print: (line: object) => void) => Promise<void>>> = {
  listener: benchListener,
  popup: benchPopup
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (!bench) {
  console.error(`npm run bench -- NAME, one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
await bench((line) => console.log(JSON.stringify(line)))
