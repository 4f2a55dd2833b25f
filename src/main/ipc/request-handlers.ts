import type { RebuildProgress } from '../../shared/domain/event-reading.ts'
import { unknownPresence } from '../../shared/domain/presence.ts'
import { unknownQueues } from '../../shared/domain/queue.ts'
import type { Host } from '../../shared/domain/session.ts'
import type { BackupService } from '../core/backup/index.ts'
import type { CallsService } from '../core/calls/index.ts'
import type { ContactsService } from '../core/contacts/index.ts'
import type { CrmOpener } from '../core/crm/index.ts'
import type { DiagnosticsService } from '../core/diagnostics/index.ts'
import type { DialingService } from '../core/dialing/index.ts'
import type { Entrances } from '../core/entrances.ts'
import type { EventReadingService } from '../core/event-reading/index.ts'
import type { LiveValue } from '../core/live-value.ts'
import type { Messaging } from '../core/messages/index.ts'
import type { NotesService } from '../core/notes/index.ts'
import { readAddress } from '../core/numbers/index.ts'
import type { PolicyInForce } from '../core/policy/index.ts'
import { showPolicy } from '../core/policy/index.ts'
import type { PopupService } from '../core/popup/index.ts'
import type { HostAdapters } from '../core/ports.ts'
import type { FreeWatch, PresenceService } from '../core/presence/index.ts'
import type { LostCallersService, QueuesService } from '../core/queues/index.ts'
import type { ReachService } from '../core/reach/index.ts'
import type { RetentionService } from '../core/retention/index.ts'
import type { SearchService } from '../core/search/index.ts'
import type { SessionService } from '../core/session/index.ts'
import type { SettingsService } from '../core/settings/index.ts'
import { showPerson } from '../core/show-person.ts'
import type { TeamService } from '../core/team/index.ts'
import type { UpdatesService } from '../core/updates/index.ts'
import type { ApplicationHandlers } from './answer-request.ts'

export interface Services
  extends Omit<Messaging, 'messageNotifications'>,
    Omit<Entrances, 'proposeDialFromClipboard'> {
  readonly host: HostAdapters
  readonly describeHost: () => Host
  /** How far the calls are with being made anew. */
  readonly rebuild: LiveValue<RebuildProgress | null>
  readonly session: SessionService
  readonly settings: SettingsService
  readonly policy: PolicyInForce
  readonly updates: UpdatesService
  readonly calls: CallsService
  readonly presence: PresenceService
  readonly freeWatch: FreeWatch
  readonly queues: QueuesService
  readonly lostCallers: LostCallersService
  readonly reach: ReachService
  readonly team: Pick<TeamService, 'current' | 'check' | 'join' | 'leave'>
  readonly diagnostics: DiagnosticsService
  readonly dialing: DialingService
  readonly popup: PopupService
  readonly contacts: ContactsService
  readonly search: SearchService
  readonly crm: CrmOpener
  readonly notes: NotesService
  readonly eventReading: EventReadingService
  readonly retention: RetentionService
  readonly backup: BackupService
}

const done = { ok: true } as const

/** What each request of a page does: the application's services, one line a request. */
export function createRequestHandlers(services: Services): ApplicationHandlers {
  const { host, session, settings, calls, notes, reach, dialing, popup, crm, contacts } = services
  const { messages, drafts, scheduled, recipients, messageImport } = services
  const { hotkeys, links } = services
  const { backup, team } = services
  const { presence, freeWatch, queues, lostCallers } = services
  const asAddress = (text: string): string => readAddress(text, settings.current.get().region)
  return {
    'session:get-session': () => session.current.get(),
    'session:get-host': () => services.describeHost(),
    'session:check-key': (credentials) => session.checkKey(credentials),
    'session:sign-in': (credentials) => session.signIn(credentials),
    'session:sign-out': async ({ accountId }) => {
      await session.signOut(accountId ?? undefined)
      return done
    },
    'session:list-accounts': () => session.listAccounts(),
    'session:switch-account': ({ accountId }) => session.switchAccount(accountId),

    'settings:get-settings': () => settings.current.get(),
    'settings:update-settings': ({ change }) => {
      const outcome = settings.update(change)
      if (outcome.ok && 'retentionDays' in change) void services.retention.apply()
      return outcome
    },

    'policy:get-policy': () => showPolicy(services.policy),
    'updates:get-updates': () => services.updates.current.get(),
    'updates:check-now': () => services.updates.checkNow(),
    'updates:download-now': () => services.updates.downloadNow(),
    'updates:install-now': () => services.updates.installNow(),

    'calls:list-calls': ({ filter, after, limit }) => calls.list(filter, after, limit),
    'calls:get-call': ({ callId }) => calls.get(callId),
    'calls:list-doors': () => calls.listDoors(),
    'calls:get-timeline': ({ address, ...page }) => calls.timeline(asAddress(address), page),
    'calls:count-unread': async () => ({ count: await calls.countUnread() }),
    'calls:mark-read': async ({ callIds }) => {
      await calls.markRead(callIds)
      return done
    },
    'calls:mark-all-read': async () => {
      await calls.markRead(null)
      return done
    },
    'calls:set-note': ({ callId, body, seen }) => calls.setNote(callId, body, seen),
    'calls:set-outcome': ({ callId, outcome, seen }) => calls.setOutcome(callId, outcome, seen),
    'calls:forget-call': ({ callId }) => calls.forgetCall(callId),
    'calls:forget-person': ({ address }) => calls.forgetPerson(asAddress(address)),
    'notes:save-note': ({ noteId, address, body }) => notes.save(noteId, asAddress(address), body),

    'contacts:list-contacts': (query) => contacts.list(query),
    'contacts:save-contact': ({ contactId, draft, revision }) => contacts.save(contactId, draft, revision),
    'contacts:get-sharing': () => contacts.sharing(),
    'contacts:share-contact': ({ contactId }) => contacts.share(contactId),
    'contacts:delete-contact': ({ contactId, revision }) => contacts.remove(contactId, revision),
    'contacts:preview-import': (file) => contacts.imports.preview(file),
    'contacts:start-import': ({ importId }) => contacts.imports.start(importId),
    'contacts:cancel-import': ({ importId }) => {
      contacts.imports.cancel(importId)
      return done
    },

    'search:find': (query) => services.search.find(query),

    'messages:list-threads': () => messages.listThreads(),
    'messages:list-messages': ({ threadId, ...page }) => messages.listMessages(threadId, page),
    'messages:list-lines': () => messages.listLines(),
    'messages:send-message': (message) => messages.send(message),
    'messages:mark-thread': async ({ threadId, ...marks }) => {
      await messages.markThread(threadId, marks)
      return done
    },
    'messages:list-drafts': () => drafts.list(),
    'messages:save-draft': async ({ draft }) => {
      await drafts.save({ ...draft, address: asAddress(draft.address) })
      return done
    },
    'messages:list-scheduled': () => scheduled.list(),
    'messages:schedule-messages': (request) => scheduled.schedule(request),
    'messages:send-scheduled': ({ scheduledId, isDespiteStop }) =>
      scheduled.sendNow(scheduledId, isDespiteStop),
    'messages:cancel-scheduled': ({ scheduledId }) => scheduled.cancel(scheduledId),
    'messages:check-recipient': ({ address }) => recipients.check(address),
    'messages:set-stop': ({ address, isStopped }) => recipients.setStop(address, isStopped),
    'messages:open-link': ({ messageId, url }) => services.messageLinks.open(messageId, url),
    'messages:preview-import': (file) => messageImport.preview(file),
    'messages:start-import': ({ importId }) => messageImport.start(importId),
    'messages:cancel-import': ({ importId }) => {
      messageImport.cancel(importId)
      return done
    },

    'events:list-events': (query) => services.eventReading.list(query),
    'events:try-reading': ({ seq, aliases }) => services.eventReading.tryReading(seq, aliases),
    'events:get-rebuild': () => services.rebuild.get(),

    'presence:get-presence': () => (session.api() ? presence.current.get() : unknownPresence),
    'presence:list-watched': () => freeWatch.watched.get(),
    'presence:watch-colleague': ({ extension, isWatched }) => {
      freeWatch.set(extension, isWatched)
      return done
    },
    'queues:list-queues': () => (session.api() ? queues.current.get() : unknownQueues),
    'queues:get-details': ({ queueId }) => queues.getDetails(queueId),
    'queues:list-lost-callers': () => lostCallers.list(),
    'queues:mark-lost-caller': ({ address, mark, revision }) =>
      lostCallers.mark(asAddress(address), mark, revision),
    'reach:get-reach': () => reach.current.get(),
    'reach:get-rate-budget': () => session.rateBudget(),
    'reach:list-tunnel-offers': () => reach.listOffers(),
    'reach:choose-tunnel': ({ choice, secret }) => reach.chooseTunnel(choice, secret),
    'reach:check-now': () => reach.checkNow(),
    'reach:accept-address': () => reach.acceptAddress(),
    'reach:replace-token': () => reach.replaceToken(),
    'reach:revoke-old-token': () => reach.revokeOldToken(),
    'reach:get-coach': () => reach.getCoach(),
    'reach:send-test-event': ({ name }) => reach.sendTestEvent(name),
    'reach:list-gaps': () => reach.listGaps(),
    'team:get-team': () => team.current.get(),
    'team:check-invitation': ({ text }) => team.check(text),
    'team:join': () => team.join(),
    'team:leave': () => team.leave(),
    'diagnostics:get-diagnostics': () => services.diagnostics.get(),
    'diagnostics:make-bundle': (options) => services.diagnostics.makeBundle(options),

    'dialing:interpret-text': ({ text, isToCall }) => dialing.interpret(text, isToCall),
    'dialing:propose-dial': ({ text }) => dialing.propose(text, 'page'),
    'dialing:confirm-dial': (confirmation) => dialing.confirm(confirmation),
    'dialing:cancel-dial': ({ dialId }) => dialing.cancel(dialId),
    'dialing:get-dial': () => dialing.current.get(),
    'dialing:get-suggestions': () => services.suggestions(),

    'dialing:fit-height': ({ heightPx }) => {
      host.dialStrip.fitHeight(heightPx)
      return done
    },

    'hotkeys:get-hotkeys': () => hotkeys.current.get(),
    'hotkeys:set-mode': ({ mode }) => hotkeys.setMode(mode),

    'links:get-handlers': () => links.handlers(),
    'links:make-default': ({ scheme }) => links.makeDefault(scheme),

    'startup:get-start-at-login': async () => ({ state: await host.startAtLogin.state() }),
    'startup:set-start-at-login': async ({ isOn }) => {
      await host.startAtLogin.set(isOn)
      return { state: await host.startAtLogin.state() }
    },

    'popup:list-cards': () => popup.cards.get(),
    'popup:dismiss-card': ({ callId }) => {
      popup.dismiss(callId)
      return done
    },
    'popup:fit-height': ({ heightPx }) => {
      host.popupWindow.fitHeight(heightPx)
      return done
    },
    'popup:hold-card': ({ callId, isHeld }) => {
      popup.hold(callId, isHeld)
      return done
    },
    'popup:take-focus': () => {
      host.popupWindow.takeFocus()
      return done
    },
    'popup:give-focus-back': () => {
      host.popupWindow.giveFocusBack()
      return done
    },
    'popup:reset-position': () => {
      host.popupWindow.resetPosition()
      return done
    },
    'popup:drag': ({ grip }) => {
      host.popupWindow.drag(grip)
      return done
    },
    'backup:get-state': () => backup.getState(),
    'backup:make-backup': ({ path, passphrase }) => backup.make(path, passphrase),
    'backup:cancel-backup': () => {
      backup.cancel()
      return done
    },
    'backup:choose-backup': ({ path }) => backup.choose(path),
    'backup:check-backup': ({ passphrase }) => backup.check(passphrase),
    'backup:restore-backup': () => backup.restore(),
    'backup:take-back': ({ name }) => backup.takeBack(name),
    'backup:change-key': () => backup.changeKey(),

    'crm:open-person': ({ address, callId }) => crm.openPerson(address, callId),

    'window:show-person': (person) => {
      showPerson(host, person)
      return done
    }
  }
}
