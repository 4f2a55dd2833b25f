import { describe, expect, it, test } from 'vitest'
import { missingFiles, requiredBy, unwantedFiles } from '../../../scripts/package-contents.ts'

const linux = { platform: 'linux', arch: 'x64' }
const natives = [
  'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
  'node_modules/@napi-rs/keyring-linux-x64-gnu/keyring.linux-x64-gnu.node',
  'node_modules/@ngrok/ngrok-linux-x64-gnu/ngrok.linux-x64-gnu.node'
]

describe('unwantedFiles', () => {
  it('finds nothing wrong with what runs', () => {
    const files = [
      'package.json',
      'out/main/index.cjs',
      'resources/icon-256.png',
      'node_modules/bson/lib/bson.cjs'
    ]
    expect(
      unwantedFiles([...files, ...natives, 'node_modules/keytar/build/Release/keytar.node'], linux)
    ).toEqual([])
  })

  test.each([
    'src/main/compose.ts',
    'README.md',
    'out/main/index.cjs.map',
    'node_modules/bson/bson.d.ts',
    'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linuxmusl-x64.node',
    'node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node',
    'node_modules/@ngrok/ngrok-linux-arm64-gnu/ngrok.linux-arm64-gnu.node'
  ])('refuses %s', (file) => {
    expect(unwantedFiles([file], linux)).toEqual([`${file} is not to be shipped`])
  })
})

describe('missingFiles', () => {
  it('asks for each package that is required and for the native code of this system', () => {
    const files = [...natives, 'node_modules/keytar/package.json']
    expect(missingFiles(files, ['keytar'], linux)).toEqual([])
    expect(missingFiles(files, ['keytar', '@ngrok/ngrok/package.json'], linux)).toEqual([
      '@ngrok/ngrok is required and not shipped'
    ])
    expect(missingFiles(files, [], { platform: 'darwin', arch: 'x64' })).toHaveLength(3)
  })
})

describe('requiredBy', () => {
  it('reads packages, and neither Node’s own, Electron, files nor templates', () => {
    const script =
      'require("node:fs"); require("fs"); require("electron"); require("./a.cjs"); import("keytar"); ' +
      'import("@ngrok/ngrok/package.json", { with: { type: "json" } }); _`require("ajv/dist/x")`; require("bson")'
    expect(requiredBy(script)).toEqual(['keytar', '@ngrok/ngrok/package.json', 'bson'])
  })
})
