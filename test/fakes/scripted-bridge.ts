import type { BridgeConnection } from '../../src/renderer/bridge/index.ts'
import { failed, succeeded } from '../../src/shared/domain/failure.ts'
import type { Policy } from '../../src/shared/domain/policy.ts'
import type { PopupCard } from '../../src/shared/domain/popup-card.ts'
import { unknownPresence } from '../../src/shared/domain/presence.ts'
import type { Host, KnownAccount, Session } from '../../src/shared/domain/session.ts'
import { defaultSettings, settingsSchema } from '../../src/shared/domain/settings.ts'
import type { EventChannel, RequestChannel } from '../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../src/shared/ipc/contract.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import { sampleCards, sampleColleagues } from './sample-office.ts'
import { sampleLostCallers, sampleQueueDetails, sampleQueues } from './sample-queues.ts'
import { scriptedBackup } from './scripted-backup.ts'
import { scriptedContacts } from './scripted-contacts.ts'
import { scriptedDiagnostics } from './scripted-diagnostics.ts'
import { scriptedDialing } from './scripted-dialing.ts'
import { scriptedEvents } from './scripted-events.ts'
import { scriptedHistory } from './scripted-history.ts'
import { scriptedHotkeys } from './scripted-hotkeys.ts'
import { scriptedLinks } from './scripted-links.ts'
import { scriptedMessages } from './scripted-messages.ts'
import { scriptedReach } from './scripted-reach.ts'
import { scriptedStart } from './scripted-start.ts'
import { scriptedTeam } from './scripted-team.ts'
import { scriptedUpdates } from './scripted-updates.ts'

/** How each request is answered. */
export type Answers = {
  [C in RequestChannel]: (args: RequestArgs<C>) => RequestResult<C> | Promise<RequestResult<C>>
}

interface Listener {
  tell(payload: unknown): void
}

const desktop: Host = {
  name: 'desktop',
  hasTray: true,
  hasPopupWindow: true,
  isPopupOnTop: true,
  secretStore: 'GNOME Keyring',
  isSecretStorePersistent: true
}

export const browserHost: Host = {
  name: 'browser',
  hasTray: false,
  hasPopupWindow: false,
  isPopupOnTop: false,
  secretStore: 'memory',
  isSecretStorePersistent: false
}

export const unmanaged: Policy = {
  path: '/etc/voice360-companion/policy.json',
  accountId: null,
  apiUrl: null,
  lockedSettings: [],
  problems: []
}

export const signedOut: Session = { status: 'signed-out', reason: null }

export const signedIn: Session = {
  status: 'signed-in',
  accountId: 61,
  apiUrl: 'https://api.voice360.app/v3/voice',
  keyKinds: ['user', 'developer'],
  me: {
    extension: '1001',
    name: 'John Smith',
    email: 'john.smith@company.com',
    timeZone: 'America/New_York'
  },
  rejected: {}
}

export const knownAccount: KnownAccount = {
  accountId: 61,
  me: signedIn.status === 'signed-in' ? signedIn.me : null,
  keyKinds: ['user', 'developer'],
  rejected: {},
  hasKeysLeft: false,
  isCurrent: true
}

/** A main process in memory: a lively office whose answers a test can replace, and whose events it sends. */
export class ScriptedBridge implements BridgeConnection {
  readonly requests: { readonly channel: RequestChannel; readonly args: unknown }[] = []
  readonly #answers: Answers
  readonly #listeners = new Map<string, Set<Listener>>()

  constructor(nowMs: number, answers: Partial<Answers> = {}) {
    this.#answers = { ...this.#office(nowMs), ...answers }
  }

  async request<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>> {
    this.requests.push({ channel, args })
    return this.#answers[channel](args)
  }

  subscribe<E extends EventChannel>(channel: E, listener: (payload: EventPayload<E>) => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set()
    const entry: Listener = { tell: listener }
    this.#listeners.set(channel, listeners.add(entry))
    return () => listeners.delete(entry)
  }

  emit<E extends EventChannel>(channel: E, payload: EventPayload<E>): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener.tell(payload)
  }

  getState(): 'connected' {
    return 'connected'
  }

  onStateChange(): () => void {
    return () => {}
  }

  #office(nowMs: number): Answers {
    const emit: ScriptedBridge['emit'] = (channel, payload) => this.emit(channel, payload)
    const texts = scriptedMessages(nowMs, emit)
    let settings = defaultSettings
    let session = signedIn
    let cards = sampleCards(nowMs)
    let watched: readonly string[] = []
    const setCards = (next: readonly PopupCard[]) => {
      cards = next
      this.emit('popup:cards-changed', cards)
      return { ok: true } as const
    }
    const reach = scriptedReach(nowMs, emit, {
      onChosen: (change) => {
        settings = { ...settings, ...change }
        this.emit('settings:settings-changed', settings)
      }
    })
    const setSession = (next: Session) => {
      session = next
      this.emit('session:session-changed', next)
    }
    return {
      'start:get-start': () => ({ stage: 'running', run: 1 }),
      'start:try-keychain': () => ({ ok: true }),
      'start:use-passphrase': () => succeeded({ ok: true }),
      'start:use-memory': () => ({ ok: true }),
      ...scriptedBackup(nowMs),
      'start:get-secrets': () => ({
        place: 'keychain',
        keychain: 'Secret Service keyring',
        canChooseAgain: true
      }),
      'start:change-passphrase': () => succeeded({ ok: true }),
      'start:move-to-keychain': () => succeeded({ ok: true }),
      'start:choose-again': () => ({ ok: true }),
      'queues:list-lost-callers': () => sampleLostCallers(nowMs),
      'queues:mark-lost-caller': () => succeeded(sampleLostCallers(nowMs)),
      'presence:list-watched': () => watched,
      'presence:watch-colleague': ({ extension, isWatched }) => {
        watched = isWatched ? [...watched, extension] : watched.filter((it) => it !== extension)
        this.emit('presence:watched-changed', watched)
        return { ok: true }
      },
      'queues:list-queues': () => sampleQueues(nowMs),
      'queues:get-details': ({ queueId }) => succeeded(sampleQueueDetails(queueId)),
      'session:get-session': () => session,
      'session:get-host': () => desktop,
      'session:check-key': ({ key }) => {
        if (key.includes('wrong')) {
          return failed('invalid-key', 'Voice360 does not know this key. Copy it again from the portal.')
        }
        const extensions = sampleColleagues(nowMs).map(({ extension, name }) => ({ extension, name }))
        return key.includes('dev')
          ? succeeded({ kind: 'developer', me: null, extensions })
          : succeeded({
              kind: 'user',
              me: signedIn.status === 'signed-in' ? signedIn.me : null,
              extensions: []
            })
      },
      'session:sign-in': () => {
        setSession(signedIn)
        return succeeded(signedIn)
      },
      'session:sign-out': () => {
        setSession(signedOut)
        return { ok: true }
      },
      'session:list-accounts': () => [knownAccount],
      'session:switch-account': () => succeeded({ ok: true }),
      'settings:get-settings': () => settings,
      'settings:update-settings': ({ change }) => {
        settings = settingsSchema.parse({ ...settings, ...change })
        this.emit('settings:settings-changed', settings)
        return succeeded(settings)
      },
      'policy:get-policy': () => unmanaged,
      ...scriptedUpdates(emit),
      ...scriptedHistory(nowMs, {
        emit: (channel, payload) => this.emit(channel, payload),
        messages: texts.messages,
        forgetMessages: texts.forget
      }),
      ...scriptedContacts(nowMs, (channel, payload) => this.emit(channel, payload)),
      ...scriptedEvents(nowMs),
      ...texts.answers,
      'presence:get-presence': () => ({
        ...unknownPresence,
        detail: 'with-calls',
        colleagues: sampleColleagues(nowMs)
      }),
      ...reach,
      ...scriptedTeam(nowMs, emit, {
        onChosen: (kind) => void reach['reach:choose-tunnel']({ choice: { kind }, secret: null })
      }),
      ...scriptedDiagnostics(nowMs),
      ...scriptedDialing(emit),
      ...scriptedHotkeys(emit),
      ...scriptedLinks(),
      ...scriptedStart(),
      'popup:list-cards': () => cards,
      'popup:dismiss-card': ({ callId }) => setCards(cards.filter(({ call }) => call.id !== callId)),
      'popup:fit-height': () => ({ ok: true }),
      'popup:hold-card': ({ callId, isHeld }) =>
        setCards(cards.map((card) => (card.call.id === callId ? { ...card, isHeld } : card))),
      'popup:take-focus': () => ({ ok: true }),
      'popup:give-focus-back': () => ({ ok: true }),
      'popup:reset-position': () => ({ ok: true }),
      'popup:drag': () => ({ ok: true }),
      'crm:open-person': () => succeeded({ ok: true }),
      'window:show-person': (person) => {
        this.emit('window:person-requested', person)
        return { ok: true }
      }
    }
  }
}
