import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Main and preload are CommonJS: they start faster, and a sandboxed preload cannot be anything else.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
  // `require` for what is loaded lazily, too: inside an archive `import()` is the way that breaks between versions (electron#46614).
  dynamicImportInCjs: false
} as const

// What holds native code, or files that it reads from beside itself, stays outside the bundle; all else is bundled, so that the app
// starts from a few files.
const outside = [
  'better-sqlite3-multiple-ciphers',
  'keytar',
  '@napi-rs/keyring',
  '@ngrok/ngrok',
  '@ngrok/ngrok/package.json',
  'libphonenumber-geo-carrier'
]

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: outside,
        input: {
          index: resolve('src/main/electron/index.ts'),
          browser: resolve('src/main/browser/index.ts'),
          'ledger-worker': resolve('src/main/ledger/worker.ts')
        },
        output: commonJs
      }
    }
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve('src/preload/index.ts') }, output: commonJs }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          popup: resolve('src/renderer/popup.html'),
          'dial-strip': resolve('src/renderer/dial-strip.html')
        }
      }
    }
  }
})
