/**
 * How webhooks lie in the team's JetStream: each in one stream, under a subject that says whose it is, and again, as soon as it is
 * stored, under a live subject for whoever is connected (the stream's `republish`; the copy says the number it has in the stream).
 */
export const eventStream = { name: 'VOICE360_EVENTS', stored: 'voice360.in', live: 'voice360.event' } as const

/** The bucket in which the relay says what it knows of the team; only the relay writes it. */
export const teamBucket = 'voice360_team'

/** The bucket of what colleagues work on together, which each of them may write. */
export const workBucket = 'voice360_work'
export const workStream = {
  name: `KV_${workBucket}`,
  stored: `$KV.${workBucket}`,
  live: `voice360.work.$KV.${workBucket}`
} as const

/** A stream whose messages are also told live, under another first part of their subject. */
export interface LiveStream {
  readonly name: string
  /** What the subjects of stored messages begin with, and those of their live copies. */
  readonly stored: string
  readonly live: string
}

/** Whom an event is about; null where it does not say. */
export interface EventScope {
  readonly extension: string | null
  readonly queueName: string | null
  /** The account's own number, or the called extension of a call between colleagues. */
  readonly line: string | null
}

const nobody = '-'

/** A part of a subject or of a key; every text has one of its own, and none is `-`, which stands for nothing. */
export const subjectToken = (text: string | null): string =>
  text === null || text === '' ? nobody : text.replaceAll(/\W/gu, bytesOf)

const bytesOf = (letter: string): string =>
  Buffer.from(letter).toString('hex').toUpperCase().replaceAll(/../g, '=$&')

/** The text of which `token` is the part of a subject; null where it is that of none. */
export function textOfToken(token: string): string | null {
  if (token === nobody) return ''
  const bytes = [...token.matchAll(/=([0-9A-F]{2})|(\w)/g)].map(([, code, letter = '']) =>
    code === undefined ? letter.charCodeAt(0) : Number.parseInt(code, 16)
  )
  const text = Buffer.from(bytes).toString()
  return text !== '' && subjectToken(text) === token ? text : null
}

/** Below `eventStream.stored` and `eventStream.live`: `ACCOUNT.EVENT.EXTENSION.QUEUE.LINE`. */
export const eventSubject = (
  accountId: number,
  eventName: string,
  { extension, queueName, line }: EventScope
): string => [String(accountId), ...[eventName, extension, queueName, line].map(subjectToken)].join('.')

/** The keys of `teamBucket`. */
export const teamKeys = (accountId: number) => ({
  pulse: `${accountId}.pulse`,
  queues: `${accountId}.queues`,
  presence: (view: PresenceView) => `${accountId}.presence.${view}`
})
export type PresenceView = 'online-only' | 'with-calls'

/** The subject on which the relay tells how presence differs from what it told before. */
export const presenceSubject = (accountId: number, view: PresenceView): string =>
  `voice360.presence.${accountId}.${view}`
