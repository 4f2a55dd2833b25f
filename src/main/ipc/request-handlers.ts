import { unknownPresence } from '../../shared/domain/presence.ts'
import type { Host } from '../../shared/domain/session.ts'
import { type CallsService, joinTimeline } from '../core/calls/index.ts'
import type { DialingService } from '../core/dialing/index.ts'
import type { MessagesService } from '../core/messages/index.ts'
import { readAddress } from '../core/numbers/index.ts'
import type { PopupService } from '../core/popup/index.ts'
import type { HostAdapters, Ledger } from '../core/ports.ts'
import type { PresencePoller } from '../core/presence/index.ts'
import type { ReachService } from '../core/reach/index.ts'
import type { SessionService } from '../core/session/index.ts'
import type { SettingsService } from '../core/settings/index.ts'
import type { RequestHandlers } from './answer-request.ts'

export interface Services {
  readonly host: HostAdapters
  readonly describeHost: () => Host
  readonly ledger: Ledger
  readonly session: SessionService
  readonly settings: SettingsService
  readonly calls: CallsService
  readonly messages: MessagesService
  readonly presence: PresencePoller
  readonly reach: ReachService
  readonly dialing: DialingService
  readonly popup: PopupService
}

const done = { ok: true } as const

/** What each request of a page does: the application's services, one line a request. */
export function createRequestHandlers(services: Services): RequestHandlers {
  const { host, ledger, session, settings, calls, messages, presence, reach, dialing, popup } = services
  return {
    'session:get-session': () => session.current.get(),
    'session:get-host': () => services.describeHost(),
    'session:check-key': (credentials) => session.checkKey(credentials),
    'session:sign-in': (credentials) => session.signIn(credentials),
    'session:sign-out': async () => {
      await session.signOut()
      return done
    },

    'settings:get-settings': () => settings.current.get(),
    'settings:update-settings': ({ change }) => settings.update(change),

    'calls:list-calls': (page) => calls.list(page),
    'calls:get-timeline': async ({ address, limit }) => {
      const contacts = await ledger.listContacts(readAddress(address, settings.current.get().region), limit)
      return joinTimeline(contacts.calls.map(calls.describe), contacts.messages.map(messages.describe), limit)
    },

    'messages:list-threads': () => messages.listThreads(),
    'messages:list-messages': ({ threadId, ...page }) => messages.listMessages(threadId, page),
    'messages:list-lines': () => messages.listLines(),
    'messages:send-message': (message) => messages.send(message),
    'messages:mark-thread-read': async ({ threadId }) => {
      await messages.markThreadRead(threadId)
      return done
    },

    'presence:get-presence': () => (session.api() ? presence.current.get() : unknownPresence),
    'reach:get-reach': () => reach.current.get(),
    'reach:get-rate-budget': () => session.rateBudget.get(),

    'dialing:interpret-text': ({ text }) => dialing.interpret(text),
    'dialing:propose-dial': ({ text }) => dialing.propose(text),
    'dialing:confirm-dial': (confirmation) => dialing.confirm(confirmation),
    'dialing:cancel-dial': ({ dialId }) => dialing.cancel(dialId),
    'dialing:get-dial': () => dialing.current.get(),

    'popup:list-cards': () => popup.cards.get(),
    'popup:dismiss-card': ({ callId }) => {
      popup.dismiss(callId)
      return done
    },
    'popup:fit-height': ({ heightPx }) => {
      host.popupWindow.fitHeight(heightPx)
      return done
    },
    'window:show-person': (person) => {
      host.mainWindow.show()
      host.pages.publish('window:person-requested', person)
      return done
    }
  }
}
