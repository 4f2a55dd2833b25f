import type { IForbiddenRuleType } from 'dependency-cruiser'

const ours = '^src/'
const allOf = (...layers: string[]): string => `^src/(${layers.join('|')})/`
const packageOf = (...names: string[]): string =>
  `(^|/)node_modules/(${names.join('|')})(/|$)|^(${names.join('|')})$`

const adapters = [
  'electron',
  'browser',
  'ledger',
  'secrets',
  'ipc',
  'documents',
  'logging',
  'pages',
  'places',
  'policy',
  'team',
  'text',
  'tunnels'
] as const
/** What an adapter of main may import of ours, beside itself. The two hosts serve pages and IPC; the entries start them. */
const adapterMayImport: Readonly<Record<(typeof adapters)[number], string>> = {
  electron: '^src/(shared/|main/(core|electron|ipc|pages)/)',
  browser: '^src/(shared/|main/(core|browser|ipc|pages)/)',
  ledger: '^src/(shared/|main/(core|ledger)/)',
  secrets: '^src/(shared/|main/(core|secrets)/)',
  ipc: '^src/(shared/|main/(core|ipc)/)',
  documents: '^src/(shared/|main/(core|documents)/)',
  logging: '^src/(shared/|main/(core|logging)/)',
  pages: '^src/(shared/|main/(core|pages)/)',
  places: '^src/(shared/|main/(core|places)/)',
  policy: '^src/(shared/|main/(core|policy)/)',
  team: '^src/(shared/|main/(core|team)/)',
  text: '^src/(shared/|main/(core|text)/)',
  tunnels: '^src/(shared/|main/(core|tunnels)/)'
}

/** The architecture of docs/architecture.md, in the words of dependency-cruiser. */
export const forbiddenImports: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    severity: 'error',
    from: { path: ours },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
  },
  {
    name: 'shared-stands-alone',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { path: ours, pathNot: '^src/shared/' }
  },
  {
    name: 'shared-knows-only-zod',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: packageOf('zod') }
  },
  {
    // What is read before the window is made is waited for.
    name: 'the-window-comes-first',
    severity: 'error',
    from: { path: '^src/main/electron/(index|first-window|main-window|page-windows)\\.ts$' },
    to: {
      path: '^src/main/((documents|ipc|logging|secrets|text)/|(compose|open-application|run-desktop)\\.ts)',
      dynamic: false
    }
  },
  {
    name: 'core-knows-no-adapter',
    severity: 'error',
    from: { path: '^src/main/core/' },
    to: { path: ours, pathNot: '^src/(shared/|main/core/)' }
  },
  {
    name: 'core-knows-no-technology',
    severity: 'error',
    from: { path: '^src/main/core/' },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional'],
      // Each is plain computing, but for ky, which is the API itself; papaparse and ical.js read a text they are handed.
      pathNot: packageOf('zod', 'ky', 'libphonenumber-js', 'papaparse', 'ical.js')
    }
  },
  {
    name: 'core-touches-no-files',
    severity: 'error',
    from: { path: '^src/main/core/' },
    to: { path: '^(node:)?(fs|fs/promises|child_process|worker_threads|sqlite)$' }
  },
  {
    name: 'features-meet-at-their-index',
    severity: 'error',
    from: { path: '^src/main/core/([^/]+)/', pathNot: '^src/main/core/ports/' },
    to: {
      path: '^src/main/core/[^/]+/',
      pathNot: ['^src/main/core/$1/', '/index\\.ts$', '(-record|event-envelope)\\.ts$']
    }
  },
  {
    name: 'pages-meet-at-their-index',
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: { path: '^src/renderer/features/([^/]+)/', pathNot: ['^src/renderer/features/$1/', '/index\\.tsx?$'] }
  },
  ...adapters.map(
    (name): IForbiddenRuleType => ({
      name: `${name}-knows-no-other-adapter`,
      severity: 'error',
      from: { path: `^src/main/${name}/`, pathNot: '^src/main/(electron|browser)/index\\.ts$' },
      to: { path: ours, pathNot: adapterMayImport[name] }
    })
  ),
  {
    name: 'renderer-knows-only-shared',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: ours, pathNot: allOf('renderer', 'shared') }
  },
  {
    name: 'renderer-runs-in-a-page',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { dependencyTypes: ['core'] }
  },
  {
    name: 'simulator-knows-only-shared',
    severity: 'error',
    from: { path: '^src/simulator/' },
    to: { path: ours, pathNot: allOf('simulator', 'shared') }
  },
  {
    name: 'relay-knows-core-and-shared',
    severity: 'error',
    from: { path: '^src/relay/' },
    to: { path: ours, pathNot: '^src/(relay/|shared/|main/core/)' }
  },
  {
    name: 'nobody-knows-the-relay',
    severity: 'error',
    from: { path: ours, pathNot: '^src/relay/' },
    to: { path: '^src/relay/' }
  },
  {
    name: 'preload-loads-nothing-else',
    severity: 'error',
    from: { path: '^src/preload/' },
    to: {
      dependencyTypesNot: ['type-only'],
      pathNot: ['^src/preload/', '^src/shared/ipc/channels\\.ts$', packageOf('electron')]
    }
  },
  {
    name: 'electron-stays-in-its-host',
    severity: 'error',
    from: { path: ours, pathNot: '^src/(main/(electron|ipc)|preload)/' },
    to: { path: packageOf('electron', 'electron-store') }
  }
]

/** Names that may stand in one place only, and where. */
export const confinedNames: readonly {
  readonly rule: string
  readonly pattern: RegExp
  readonly allowedIn: RegExp
}[] = [
  {
    rule: 'ipcMain-stays-in-main/ipc',
    pattern: /\bipcMain\b/,
    allowedIn: /^src\/main\/(ipc\/|electron\/index\.ts)/
  },
  { rule: 'ipcRenderer-stays-in-preload', pattern: /\bipcRenderer\b/, allowedIn: /^src\/preload\// },
  {
    rule: 'openExternal-stays-in-one-file',
    pattern: /\bopenExternal\b/,
    allowedIn: /^src\/main\/electron\/url-opener\.ts/
  }
]
