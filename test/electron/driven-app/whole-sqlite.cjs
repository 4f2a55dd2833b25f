// The SQLite that stands in for ours on an older Electron answers whole rows where `pluck` asks for their first value, and
// `get` it is asked by. Loaded first in every worker thread too.
const Module = require('node:module')
const workerThreads = require('node:worker_threads')

const { Worker } = workerThreads
workerThreads.Worker = class extends Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--require', __filename] })
  }
}

const mended = new WeakSet()

function mend(Database) {
  if (mended.has(Database)) return
  mended.add(Database)
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql)
    const get = statement.get.bind(statement)
    statement.get = (...values) => {
      const row = get(...values)
      return statement.pluckMode && row !== undefined ? Object.values(row)[0] : row
    }
    return statement
  }
}

// What comes in its place is known only once it is loaded.
// oxlint-disable-next-line typescript/unbound-method -- called as a method of the module that requires
const { require: load } = Module.prototype
Module.prototype.require = function (id) {
  const loaded = load.call(this, id)
  if (id === 'better-sqlite3-multiple-ciphers') mend(loaded)
  return loaded
}
