/** What the core needs of the world. */
export * from './ports/host.ts'
export * from './ports/ledger.ts'
export * from './ports/ledger-files.ts'
export * from './ports/system.ts'
export * from './ports/team.ts'
export * from './ports/tunnels.ts'
