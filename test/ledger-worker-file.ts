/** The ledger's worker as the tests start it: bundled by `test/bundle-ledger-worker.ts` before they run. */
export const ledgerWorkerFile = new URL(
  '../node_modules/.cache/voice360-tests/ledger-worker.cjs',
  import.meta.url
)
