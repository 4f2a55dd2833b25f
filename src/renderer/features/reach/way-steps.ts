import type { Reach } from '../../../shared/domain/reach.ts'
import type { Team } from '../../../shared/domain/team.ts'

export type WayMark = 'ok' | 'unknown' | 'broken'
export type WayNote =
  | 'arriving'
  | 'noEventYet'
  | 'noneLately'
  | 'oldAddress'
  | 'answers'
  | 'doesNotAnswer'
  | 'notReachedFromHere'
  | 'notChecked'
  | 'waits'
  | 'noAddress'
  | 'notChosen'
  | 'starting'
  | 'up'
  | 'down'
  | 'waiting'
  | 'off'
  | 'refused'
  | 'listens'
  | 'deaf'
  | 'relayAnswers'
  | 'relaySilent'
  | 'reads'
  | 'catchingUp'
  | 'waitsForConnection'
  | 'waitsForRelay'

/** One part of the way of a webhook, how it does, and why that is said. */
export interface WayStep {
  readonly name: 'voice360' | 'address' | 'tunnel' | 'relay' | 'connection' | 'computer'
  readonly mark: WayMark
  readonly note: WayNote
}

/** The way of a webhook from Voice360 to this computer, part by part. */
export function waySteps(reach: Reach): readonly WayStep[] {
  const computer = computerOf(reach)
  const tunnel = tunnelOf(reach)
  const isBehindBroken = computer.mark === 'broken' || tunnel.mark === 'broken'
  return [voice360Of(reach), addressOf(reach, isBehindBroken), tunnel, computer]
}

/** The way of a webhook by the team's relay, part by part. `relay`: whether that was heard. */
export function relaySteps(reach: Reach, relay: Team['relay']): readonly WayStep[] {
  const connection = connectionOf(reach)
  const isConnected = connection.mark === 'ok'
  return [
    voice360Of(reach),
    isConnected ? relayOf(relay) : { name: 'relay', mark: 'unknown', note: 'notChecked' },
    connection,
    isConnected ? readerOf(reach, relay) : { name: 'computer', mark: 'unknown', note: 'waitsForConnection' }
  ]
}

/** It is off with a reason where the server refuses what we come with, and without one where there is nothing to come with. */
function connectionOf(reach: Reach): WayStep {
  const { state, reason } = reach.tunnel
  if (state === 'off' && reason !== null) return { name: 'connection', mark: 'broken', note: 'refused' }
  return { ...tunnelOf(reach), name: 'connection' }
}

function relayOf(relay: Team['relay']): WayStep {
  switch (relay) {
    case 'answering':
      return { name: 'relay', mark: 'ok', note: 'relayAnswers' }
    case 'silent':
      return { name: 'relay', mark: 'broken', note: 'relaySilent' }
    case 'unknown':
      return { name: 'relay', mark: 'unknown', note: 'notChecked' }
  }
}

/** Where the relay is silent, what it stored before is read all the same. */
function readerOf({ state }: Reach, relay: Team['relay']): WayStep {
  if (state === 'listening' || relay === 'silent') return { name: 'computer', mark: 'ok', note: 'reads' }
  return { name: 'computer', mark: 'unknown', note: state === 'deaf' ? 'waitsForRelay' : 'catchingUp' }
}

function computerOf({ webhookUrl, sinceMs }: Reach): WayStep {
  if (webhookUrl !== null) return { name: 'computer', mark: 'ok', note: 'listens' }
  return { name: 'computer', mark: sinceMs === 0 ? 'unknown' : 'broken', note: 'deaf' }
}

function tunnelOf({ tunnel }: Reach): WayStep {
  if (tunnel.kind === 'none') return { name: 'tunnel', mark: 'unknown', note: 'notChosen' }
  switch (tunnel.state) {
    case 'up':
      return { name: 'tunnel', mark: 'ok', note: 'up' }
    case 'starting':
    case 'off':
      return { name: 'tunnel', mark: 'unknown', note: tunnel.state }
    case 'down':
    case 'waiting':
      return { name: 'tunnel', mark: 'broken', note: tunnel.state }
  }
}

/** Why the public address does not lead here, as the last check found it; null where it does, or that cannot be said of the address. */
export const addressTrouble = (reach: Reach): string | null =>
  waySteps(reach).some(({ note }) => note === 'doesNotAnswer') ? (reach.check?.reason ?? null) : null

/** What the last check proved holds only while what lies behind the address stands. */
function addressOf({ isPublic, check, state }: Reach, isBehindBroken: boolean): WayStep {
  if (!isPublic) return { name: 'address', mark: 'unknown', note: 'noAddress' }
  if (isBehindBroken) return { name: 'address', mark: 'unknown', note: 'waits' }
  if (check === null) return { name: 'address', mark: 'unknown', note: 'notChecked' }
  if (check.isPassed) return { name: 'address', mark: 'ok', note: 'answers' }
  // Events come by it all the same: some networks let nobody inside reach their own public address.
  if (state === 'listening') return { name: 'address', mark: 'unknown', note: 'notReachedFromHere' }
  return { name: 'address', mark: 'broken', note: 'doesNotAnswer' }
}

function voice360Of(reach: Reach): WayStep {
  if (reach.addressChange !== null) return { name: 'voice360', mark: 'broken', note: 'oldAddress' }
  if (reach.lastEventAtMs === null) return { name: 'voice360', mark: 'unknown', note: 'noEventYet' }
  return reach.state === 'listening'
    ? { name: 'voice360', mark: 'ok', note: 'arriving' }
    : { name: 'voice360', mark: 'unknown', note: 'noneLately' }
}
