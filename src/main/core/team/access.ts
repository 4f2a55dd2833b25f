import { z } from 'zod'
import {
  eventStream,
  type LiveStream,
  presenceSubject,
  subjectToken,
  teamBucket,
  teamKeys,
  workBucket,
  workStream
} from './subjects.ts'

/** What of an account somebody may read and do by way of the team's relay. */
export const teamAccessSchema = z
  .object({
    accountId: z.number().int().positive(),
    extension: z.string().regex(/^\d{2,6}$/),
    queueNames: z.array(z.string().min(1).max(200)).max(100).readonly(),
    /** In E.164. */
    lines: z
      .array(z.string().regex(/^\+\d{7,15}$/))
      .max(100)
      .readonly(),
    /** Whether everything of the account may be read, not only what is of the extension, its queues and its lines. */
    isTeamWide: z.boolean(),
    presence: z.enum(['none', 'online-only', 'with-calls']),
    /** Whether claims, notes and contacts of the team may be read and written. */
    sharesWork: z.boolean()
  })
  .strict()
export type TeamAccess = z.infer<typeof teamAccessSchema>

/** What may be read of `eventStream`, as filters below the first part of its subjects. */
export function eventFilters({
  accountId,
  extension,
  queueNames,
  lines,
  isTeamWide
}: TeamAccess): readonly string[] {
  if (isTeamWide) return [`${accountId}.>`]
  const own = subjectToken(extension)
  return [
    `${accountId}.*.${own}.*.*`,
    ...queueNames.map((name) => `${accountId}.*.*.${subjectToken(name)}.*`),
    ...[own, ...lines.map(subjectToken)].map((line) => `${accountId}.*.*.*.${line}`)
  ]
}

/** What may be read of `workStream`, likewise. */
export const workFilters = ({ accountId, sharesWork }: TeamAccess): readonly string[] =>
  sharesWork ? [`${accountId}.>`] : []

/** The subjects that the NATS server is to let somebody publish to and subscribe to; every other is refused. */
export interface SubjectPermissions {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/**
 * What `access` comes to in subjects. A stream is read through consumers of one filter each, since of those alone the subject that
 * creates them says the filter (nats-server: `$JS.API.CONSUMER.CREATE.STREAM.NAME.FILTER`).
 *
 * @param inbox what the subjects of answers begin with, of this user alone
 */
export function permissionsOf(access: TeamAccess, inbox: string): SubjectPermissions {
  const { accountId, presence, sharesWork } = access
  const keys = teamKeys(accountId)
  const readableKeys = [keys.pulse, keys.queues, ...(presence === 'none' ? [] : [keys.presence(presence)])]
  const streams = [
    reading(eventStream, eventFilters(access)),
    ...(sharesWork ? [reading(workStream, workFilters(access))] : [])
  ]
  return {
    publish: [
      // Whether there is a JetStream at all; it says how much there is of everything, and of nothing what.
      '$JS.API.INFO',
      ...streams.flatMap(({ publish }) => publish),
      ...readableKeys.map((key) => `$JS.API.DIRECT.GET.KV_${teamBucket}.$KV.${teamBucket}.${key}`),
      ...(sharesWork ? [`$KV.${workBucket}.${accountId}.>`] : [])
    ],
    subscribe: [
      ...streams.flatMap(({ subscribe }) => subscribe),
      `$KV.${teamBucket}.${keys.pulse}`,
      ...(presence === 'none' ? [] : [presenceSubject(accountId, presence)]),
      `${inbox}.>`
    ]
  }
}

const reading = ({ name, stored, live }: LiveStream, filters: readonly string[]): SubjectPermissions => ({
  publish: [
    ...filters.flatMap((filter) => [
      `$JS.API.CONSUMER.CREATE.${name}.*.${stored}.${filter}`,
      `$JS.API.DIRECT.GET.${name}.${stored}.${filter}`
    ]),
    ...['INFO', 'MSG.NEXT', 'DELETE'].map((verb) => `$JS.API.CONSUMER.${verb}.${name}.*`)
  ],
  subscribe: filters.map((filter) => `${live}.${filter}`)
})
