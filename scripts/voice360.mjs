#!/usr/bin/env node
// `voice360 dial +15551234567`: starts the app as `npm start` does. Where it runs already, it asks there, as a link would.
process.argv.splice(2, 0, 'start')
await import('./bootstrap.mjs')
