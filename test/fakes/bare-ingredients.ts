import { noPolicy } from '../../src/main/core/policy/index.ts'
import type { Ingredients } from '../../src/main/ingredients.ts'
import { ledgerWorkerFile } from '../ledger-worker-file.ts'
import { InMemoryDocumentStore } from './in-memory-document-store.ts'
import { noTunnels } from './no-tunnels.ts'
import { scriptedTeamLink } from './scripted-team-link.ts'

/** What an application is made of that a test does not care about: nothing kept from before, no tunnel, no network that changes. */
export const bareIngredients = (): Pick<
  Ingredients,
  | 'policy'
  | 'documents'
  | 'tunnels'
  | 'loadTeamLink'
  | 'readNetwork'
  | 'versions'
  | 'machine'
  | 'readLog'
  | 'redact'
  | 'restart'
  | 'workerFile'
> => ({
  policy: noPolicy(''),
  documents: {
    settings: new InMemoryDocumentStore(),
    account: new InMemoryDocumentStore(),
    reach: new InMemoryDocumentStore(),
    team: new InMemoryDocumentStore()
  },
  tunnels: noTunnels,
  loadTeamLink: () => Promise.resolve(scriptedTeamLink()),
  readNetwork: () => '',
  versions: [],
  machine: { users: [], hosts: [] },
  readLog: () => Promise.resolve(''),
  redact: (text) => text,
  restart: () => Promise.resolve(),
  workerFile: ledgerWorkerFile
})
