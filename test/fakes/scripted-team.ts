import { failed, succeeded } from '../../src/shared/domain/failure.ts'
import { noTeam, type Team, type TeamPlace } from '../../src/shared/domain/team.ts'
import type { Answers, ScriptedBridge } from './scripted-bridge.ts'

type TeamAnswers = Pick<Answers, Extract<keyof Answers, `team:${string}`>>

/** What the office of a scripted team begins with. */
export interface TeamScript {
  readonly team?: Team
  /** What an invitation that is checked gives. */
  readonly place?: TeamPlace
  /** Why it cannot be used, for people; null where it can. */
  readonly refusal?: string | null
  readonly isRelayKnown?: boolean
  readonly onChosen?: (kind: 'relay' | 'none') => void
}

const dayMs = 86_400_000

export const samplePlace = (nowMs: number, change: Partial<TeamPlace> = {}): TeamPlace => ({
  team: 'Northern region',
  accountId: 61,
  extension: '1001',
  reading: {
    isTeamWide: false,
    queueNames: ['Support Queue', 'Sales Queue'],
    lines: ['+1 555 123 4567'],
    presence: 'with-calls',
    sharesWork: true
  },
  expiresAtMs: nowMs + 200 * dayMs,
  ...change
})

export const sampleTeam = (nowMs: number, change: Partial<Team> = {}): Team => ({
  place: samplePlace(nowMs),
  server: 'tls://nats.example.com:4222',
  connectedSinceMs: nowMs - dayMs / 8,
  reason: null,
  relay: 'answering',
  ...change
})

/** A team whose invitations work, unless the script says otherwise. */
export function scriptedTeam(
  nowMs: number,
  emit: ScriptedBridge['emit'],
  script: TeamScript = {}
): TeamAnswers {
  const { place = samplePlace(nowMs), refusal = null, isRelayKnown = true, onChosen } = script
  let team = script.team ?? noTeam
  const become = (next: Team, kind: 'relay' | 'none') => {
    team = next
    emit('team:team-changed', team)
    onChosen?.(kind)
    return succeeded(team)
  }
  return {
    'team:get-team': () => team,
    'team:check-invitation': () =>
      refusal === null
        ? succeeded({ place, server: 'tls://nats.example.com:4222', isRelayKnown })
        : failed('refused', refusal),
    'team:join': () => become(sampleTeam(nowMs, { place }), 'relay'),
    'team:leave': () => become(noTeam, 'none')
  }
}
