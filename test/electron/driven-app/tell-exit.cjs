// What the app ends with is told before the native code unloads: see `exitCodeOf`.
const { app } = require('electron')

const exit = app.exit.bind(app)
app.exit = (code = 0) => {
  process.stderr.write(`app.exit(${code})\n`)
  exit(code)
}
