import { benchDialReading } from './dial-reading.ts'
import { benchHistory } from './history.ts'
import { benchListener } from './listener.ts'
import { benchPopup } from './popup.ts'
import { benchPresence } from './presence.ts'
import { benchRebuild } from './rebuild.ts'
import { benchRelay } from './relay/index.ts'
import { benchSearch } from './search.ts'
import { benchStart } from './start/index.ts'
import { benchStrip } from './strip.ts'
import { benchThread } from './thread.ts'

const benches: Readonly<Record<string, (print: (line: object) => void) => Promise<void>>> = {
  'dial-reading': benchDialReading,
  history: benchHistory,
  listener: benchListener,
  popup: benchPopup,
  presence: benchPresence,
  rebuild: benchRebuild,
  relay: benchRelay,
  search: benchSearch,
  start: benchStart,
  strip: benchStrip,
  thread: benchThread
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (!bench) {
  console.error(`npm run bench -- NAME, one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
try {
  await bench((line) => console.log(JSON.stringify(line)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
