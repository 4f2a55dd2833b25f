import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

/** The gallery on loopback. */
export interface ServedGallery {
  /** Ends with a slash. */
  readonly url: string
  close(): Promise<void>
}

/** Builds the gallery and serves it: built, a page loads a few files instead of a thousand modules. */
export async function serveGallery(): Promise<ServedGallery> {
  const outDir = mkdtempSync(join(tmpdir(), 'voice360-gallery-'))
  const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url))
  const built = { configFile, logLevel: 'error', build: { outDir } } as const
  await build(built)
  const server = await preview({ ...built, preview: { host: '127.0.0.1', port: 0 } })
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    }
  }
}
