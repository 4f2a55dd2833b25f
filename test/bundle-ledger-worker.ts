import { renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ledgerWorkerFile } from './ledger-worker-file.ts'

/**
 * Bundles the ledger's worker, as the built app has it. Started from its sources, each worker thread would strip their types with a
 * WebAssembly module that all threads share, and V8 (13.6, of Node 24) now and then crashes where such threads come and go.
 */
export async function setup(): Promise<void> {
  const file = fileURLToPath(ledgerWorkerFile)
  const outDir = `${file}.${process.pid}`
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: fileURLToPath(new URL('../src/main/ledger/worker.ts', import.meta.url)),
      outDir,
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: basename(file) } }
    }
  })
  // Whoever starts a worker meanwhile finds the one or the other, whole.
  renameSync(join(outDir, basename(file)), file)
  rmSync(outDir, { recursive: true })
}
