import type { Settings } from '../../shared/domain/settings.ts'
import type { CallsService } from './calls/index.ts'
import { type ContactsService, createContactsService, type Directory } from './contacts/index.ts'
import { createCrmOpener } from './crm/index.ts'
import { createEventReadingService } from './event-reading/index.ts'
import type { LiveValue } from './live-value.ts'
import { createNotesService } from './notes/index.ts'
import type { Clock, HostAdapters, Ledger, Log } from './ports.ts'
import type { PresenceService } from './presence/index.ts'
import { createRetentionService } from './retention/index.ts'
import { createSearchService } from './search/index.ts'
import type { SharedWork } from './team/index.ts'
import type { Translate } from './translate.ts'

interface Dependencies {
  readonly ledger: Ledger
  /** What a team shares: its contacts. */
  readonly work: SharedWork
  readonly settings: LiveValue<Settings>
  readonly directory: Directory
  readonly region: () => string
  readonly colleagues: () => ReturnType<PresenceService['current']['get']>['colleagues']
  readonly myExtension: () => string | null
  readonly findCall: CallsService['get']
  readonly host: Pick<HostAdapters, 'pages' | 'urlOpener'>
  readonly publishReplaced: () => void
  readonly newId: () => string
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

/** What is done with what the ledger keeps, beside calls and messages: notes, contacts, search, the CRM, how events are read, for how long. */
export function createRecords(dependencies: Dependencies) {
  const { ledger, directory, region, host, clock, log, t } = dependencies
  const contacts: ContactsService = createContactsService({
    ledger,
    work: dependencies.work,
    settings: dependencies.settings,
    directory,
    region,
    clock,
    newId: dependencies.newId,
    t,
    log,
    publishContactsChanged: () => host.pages.publish('contacts:contacts-changed', {}),
    publishProgress: (progress) => host.pages.publish('contacts:import-progressed', progress)
  })
  return {
    contacts,
    notes: createNotesService({
      ledger,
      clock,
      publish: (note, isDeleted) => host.pages.publish('notes:note-changed', { note, isDeleted })
    }),
    search: createSearchService(dependencies),
    crm: createCrmOpener({
      ...dependencies,
      template: () => dependencies.settings.get().crmTemplate,
      describe: (address) => directory.describe(address),
      urlOpener: host.urlOpener
    }),
    eventReading: createEventReadingService({ ledger, region, t }),
    retention: createRetentionService({
      ledger,
      retentionDays: () => dependencies.settings.get().retentionDays,
      publishReplaced: dependencies.publishReplaced,
      clock,
      log
    })
  }
}
