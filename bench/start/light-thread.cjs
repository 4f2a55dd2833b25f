// Loaded first in the ledger's thread instead of all that a launcher gives an older Electron: no more of it than the ledger uses, so that
// the thread is not weighed with it. The launcher's folder is told by the environment.
const { createRequire } = require('node:module')
const path = require('node:path')

const launcher = process.env.VOICE360_BENCH_LAUNCHER
const requireOfLauncher = createRequire(path.join(launcher, 'main.cjs'))
for (const name of ['array/find-last', 'array/to-reversed', 'array/to-sorted', 'promise/with-resolvers']) {
  requireOfLauncher(`core-js/actual/${name}`)
}

const requireOfApp = createRequire(path.join(__dirname, 'built', 'index.cjs'))
const binding = requireOfApp.resolve('better-sqlite3-multiple-ciphers')
require.cache[binding] = {
  id: binding,
  filename: binding,
  loaded: true,
  exports: requireOfLauncher('./sqlite.cjs')
}
