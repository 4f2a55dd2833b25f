// Names only, and no imports: the sandboxed preload loads this file and nothing else at run time.

/** Every request a page can make of the main process, `feature:verb-noun`. */
export const requestChannels = [
  'session:get-session',
  'session:get-host',
  'session:check-key',
  'session:sign-in',
  'session:sign-out',
  'settings:get-settings',
  'settings:update-settings',
  'calls:list-calls',
  'calls:get-timeline',
  'messages:list-threads',
  'messages:list-messages',
  'messages:list-lines',
  'messages:send-message',
  'messages:mark-thread-read',
  'presence:get-presence',
  'reach:get-reach',
  'reach:get-rate-budget',
  'dialing:interpret-text',
  'dialing:propose-dial',
  'dialing:confirm-dial',
  'dialing:cancel-dial',
  'dialing:get-dial',
  'popup:list-cards',
  'popup:dismiss-card',
  'popup:fit-height',
  'window:show-person'
] as const
export type RequestChannel = (typeof requestChannels)[number]

/** Everything the main process tells its pages, in the past tense. */
export const eventChannels = [
  'session:session-changed',
  'settings:settings-changed',
  'calls:call-changed',
  'messages:thread-changed',
  'messages:message-changed',
  'presence:presence-changed',
  'contacts:names-changed',
  'reach:reach-changed',
  'dialing:dial-changed',
  'popup:cards-changed',
  'window:person-requested'
] as const
export type EventChannel = (typeof eventChannels)[number]
