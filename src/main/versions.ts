import { arch, release, type } from 'node:os'
import sqlite from 'better-sqlite3-multiple-ciphers/package.json' with { type: 'json' }
import app from '../../package.json' with { type: 'json' }
import type { Diagnostics } from '../shared/domain/diagnostics.ts'
import type { Host } from '../shared/domain/session.ts'

/** What this app is, what it is made of and what it runs on; nothing of whose computer it is. */
export function readVersions(host: Host['name']): Diagnostics['versions'] {
  const { electron, chrome, node = '' } = process.versions as Readonly<Record<string, string | undefined>>
  const inElectron =
    electron === undefined
      ? []
      : [
          { name: 'Electron', version: electron },
          { name: 'Chromium', version: chrome ?? '' }
        ]
  return [
    { name: app.productName, version: app.version },
    { name: 'Host', version: host },
    ...inElectron,
    { name: 'Node', version: node },
    { name: 'SQLite (better-sqlite3-multiple-ciphers)', version: sqlite.version },
    { name: type(), version: `${release()} ${arch()}` }
  ]
}
