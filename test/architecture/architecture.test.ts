import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confinedNames, forbiddenImports } from '../../scripts/architecture-rules.ts'
import { checkArchitecture, type Violation } from '../../scripts/check-architecture.ts'
import { root } from '../../scripts/root.ts'

/** A small house in order: what the planted files import. */
const house: Readonly<Record<string, string>> = {
  'src/shared/domain/call.ts': '',
  'src/shared/hen.ts': "import './egg.ts'\n",
  'src/shared/ipc/channels.ts': '',
  'src/shared/ipc/contract.ts': "import { z } from 'zod'\nexport const contract = z.object({})\n",
  'src/main/core/ports.ts': '',
  'src/main/core/calls/index.ts': "export { derive } from './derive.ts'\n",
  'src/main/core/calls/derive.ts': 'export const derive = 1\n',
  'src/main/core/calls/call-record.ts': '',
  'src/main/ledger/open-ledger.ts': '',
  'src/main/pages/page-files.ts': '',
  'src/main/ipc/answer.ts': '',
  'src/main/secrets/store.ts': '',
  'src/main/compose.ts': '',
  'src/renderer/features/calls/index.ts': '',
  'src/renderer/features/calls/row.tsx': '',
  'src/relay/publish.ts': '',
  'src/simulator/pbx.ts': ''
}

const imports = (...specifiers: readonly string[]): string =>
  specifiers.map((specifier) => `import '${specifier}'\n`).join('')

/** One planted file a line: the rule that it breaks, where it lies, what stands in it. */
const violations: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-cycles', 'src/shared/egg.ts', imports('./hen.ts')],
  ['shared-stands-alone', 'src/shared/reaches-core.ts', imports('../main/core/ports.ts')],
  ['shared-stands-alone', 'src/shared/reaches-type.ts', "import type {} from '../main/core/ports.ts'\n"],
  ['shared-knows-only-zod', 'src/shared/uses-package.ts', imports('ky')],
  ['shared-knows-only-zod', 'src/shared/uses-node.ts', imports('node:path')],
  ['core-knows-no-adapter', 'src/main/core/stores.ts', imports('../ledger/open-ledger.ts')],
  ['core-knows-no-adapter', 'src/main/core/stores-late.ts', "void import('../ledger/open-ledger.ts')\n"],
  [
    'core-knows-no-adapter',
    'src/main/core/names-type.ts',
    "export type {} from '../ledger/open-ledger.ts'\n"
  ],
  ['core-knows-no-adapter', 'src/main/core/composes.ts', imports('../compose.ts')],
  ['core-knows-no-technology', 'src/main/core/serves.ts', imports('hono')],
  ['core-knows-no-technology', 'src/main/core/keeps.ts', imports('better-sqlite3-multiple-ciphers')],
  ['core-knows-no-technology', 'src/main/core/hides.ts', imports('keytar')],
  ['core-touches-no-files', 'src/main/core/reads.ts', imports('node:fs')],
  ['core-touches-no-files', 'src/main/core/reads-later.ts', imports('node:fs/promises')],
  ['core-touches-no-files', 'src/main/core/reads-plainly.ts', imports('fs')],
  ['core-touches-no-files', 'src/main/core/runs.ts', imports('node:child_process')],
  ['core-touches-no-files', 'src/main/core/works.ts', imports('node:worker_threads')],
  ['core-touches-no-files', 'src/main/core/asks.ts', imports('node:sqlite')],
  ['features-meet-at-their-index', 'src/main/core/popup/peeks.ts', imports('../calls/derive.ts')],
  ['features-meet-at-their-index', 'src/main/core/brand-new/peeks.ts', imports('../calls/derive.ts')],
  ['pages-meet-at-their-index', 'src/renderer/features/people/peeks.tsx', imports('../calls/row.tsx')],
  ['the-window-comes-first', 'src/main/electron/first-window.ts', imports('../ipc/answer.ts')],
  ['electron-knows-no-other-adapter', 'src/main/electron/tray.ts', imports('../ledger/open-ledger.ts')],
  ['browser-knows-no-other-adapter', 'src/main/browser/host.ts', imports('../secrets/store.ts')],
  ['ledger-knows-no-other-adapter', 'src/main/ledger/table.ts', imports('../ipc/answer.ts')],
  ['secrets-knows-no-other-adapter', 'src/main/secrets/keytar.ts', imports('../ledger/open-ledger.ts')],
  ['ipc-knows-no-other-adapter', 'src/main/ipc/handlers.ts', imports('../secrets/store.ts')],
  ['documents-knows-no-other-adapter', 'src/main/documents/conf.ts', imports('../secrets/store.ts')],
  ['logging-knows-no-other-adapter', 'src/main/logging/file-log.ts', imports('../compose.ts')],
  ['pages-knows-no-other-adapter', 'src/main/pages/list.ts', imports('../ipc/answer.ts')],
  ['text-knows-no-other-adapter', 'src/main/text/translate.ts', imports('../ledger/open-ledger.ts')],
  ['policy-knows-no-other-adapter', 'src/main/policy/read.ts', imports('../secrets/store.ts')],
  ['team-knows-no-other-adapter', 'src/main/team/connect.ts', imports('../secrets/store.ts')],
  ['places-knows-no-other-adapter', 'src/main/places/find.ts', imports('../secrets/store.ts')],
  ['tunnels-knows-no-other-adapter', 'src/main/tunnels/ssh.ts', imports('../secrets/store.ts')],
  ['renderer-knows-only-shared', 'src/renderer/asks-core.tsx', imports('../main/core/ports.ts')],
  ['renderer-knows-only-shared', 'src/renderer/simulates.ts', imports('../simulator/pbx.ts')],
  ['renderer-runs-in-a-page', 'src/renderer/reads.ts', imports('node:fs')],
  ['renderer-runs-in-a-page', 'src/renderer/joins.ts', imports('path')],
  ['simulator-knows-only-shared', 'src/simulator/cheats.ts', imports('../main/core/ports.ts')],
  ['relay-knows-core-and-shared', 'src/relay/stores.ts', imports('../main/ledger/open-ledger.ts')],
  ['nobody-knows-the-relay', 'src/main/relays.ts', imports('../relay/publish.ts')],
  ['preload-loads-nothing-else', 'src/preload/parses.ts', imports('../shared/ipc/contract.ts')],
  ['preload-loads-nothing-else', 'src/preload/validates.ts', imports('zod')],
  ['preload-loads-nothing-else', 'src/preload/reads.ts', imports('node:fs')],
  ['electron-stays-in-its-host', 'src/main/ledger/path.ts', imports('electron')],
  ['electron-stays-in-its-host', 'src/main/documents/store.ts', imports('electron-store')],
  ['electron-stays-in-its-host', 'src/renderer/opens.ts', imports('electron')],
  ['ipcMain-stays-in-main/ipc', 'src/main/electron/listens.ts', 'ipcMain.handle()\n'],
  ['ipcRenderer-stays-in-preload', 'src/renderer/sends.tsx', 'ipcRenderer.send()\n'],
  ['openExternal-stays-in-one-file', 'src/main/core/opens.ts', 'shell.openExternal()\n']
]

/** What looks like a violation and is none. */
const allowed: readonly (readonly [why: string, file: string, text: string])[] = [
  ['types may go round', 'src/shared/type-egg.ts', "import type {} from './type-hen.ts'\n"],
  ['and back', 'src/shared/type-hen.ts', "import type {} from './type-egg.ts'\n"],
  ['core uses its three packages', 'src/main/core/api.ts', imports('ky', 'zod', 'libphonenumber-js/max')],
  ['core uses what Node computes', 'src/main/core/hash.ts', imports('node:crypto', 'node:http')],
  ['features use each other’s index', 'src/main/core/popup/cards.ts', imports('../calls/index.ts')],
  ['features use each other’s records', 'src/main/core/popup/show.ts', imports('../calls/call-record.ts')],
  ['pages use each other’s index', 'src/renderer/features/people/pane.tsx', imports('../calls/index.ts')],
  [
    'a host serves pages and IPC',
    'src/main/browser/serves.ts',
    imports('../pages/page-files.ts', '../ipc/answer.ts')
  ],
  [
    'an entry starts everything',
    'src/main/electron/index.ts',
    `${imports('electron')}void import('../compose.ts')\nipcMain\n`
  ],
  [
    'the root joins everything',
    'src/main/compose-all.ts',
    imports('./ledger/open-ledger.ts', './secrets/store.ts')
  ],
  [
    'preload knows channels, types and Electron',
    'src/preload/index.ts',
    `import type {} from '../shared/ipc/contract.ts'\n${imports('../shared/ipc/channels.ts', 'electron')}ipcRenderer\n`
  ],
  ['IPC may listen', 'src/main/ipc/electron-ipc.ts', `${imports('electron')}ipcMain\n`],
  ['one file opens links', 'src/main/electron/url-opener.ts', 'openExternal\n']
]

let folder: string
let found: readonly Violation[]
let moduleCount: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voice360-architecture-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  const planted = [...violations, ...allowed].map(([, file, text]) => [file, text] as const)
  for (const [file, text] of [...Object.entries(house), ...planted]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const result = await checkArchitecture(folder)
  found = result.violations
  moduleCount = result.moduleCount
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rulesBrokenIn = (file: string): readonly string[] =>
  found.filter(({ from }) => from === file).map(({ rule }) => rule)

test('the sources are looked at, and break no rule', async () => {
  const real = await checkArchitecture()
  expect(real.violations).toEqual([])
  expect(real.moduleCount).toBeGreaterThan(100)
})

describe('of what is planted', () => {
  test('all is looked at', () => {
    expect(moduleCount).toBe(Object.keys(house).length + violations.length + allowed.length)
  })

  test.each(violations)('%s is caught in %s', (rule, file) => {
    expect(rulesBrokenIn(file)).toEqual([rule])
  })

  test.each(allowed)('%s: %s is let be', (_why, file) => {
    expect(rulesBrokenIn(file)).toEqual([])
  })

  test('nothing else is caught', () => {
    const planted = new Set(violations.map(([, file]) => file))
    expect(found.filter(({ from }) => !planted.has(from))).toEqual([])
  })
})

describe('no rule is forgotten', () => {
  const rules = [...forbiddenImports.map(({ name }) => name ?? ''), ...confinedNames.map(({ rule }) => rule)]

  test.each(rules)('%s has a violation planted', (rule) => {
    expect(violations.map(([broken]) => broken)).toContain(rule)
  })

  test('each adapter has one', () => {
    const adapters = readdirSync(join(root, 'src/main'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'core')
      .map(({ name }) => `${name}-knows-no-other-adapter`)
    expect(rules).toEqual(expect.arrayContaining(adapters))
  })
})
