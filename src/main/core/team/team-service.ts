import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { type CheckedInvitation, noTeam, type Team } from '../../../shared/domain/team.ts'
import { createLiveValue, type LiveValue, type Signal } from '../live-value.ts'
import type { Clock, DocumentStore, Log, SecretStore, TeamConnectionState, TeamLink } from '../ports.ts'
import type { SettingsService } from '../settings/index.ts'
import type { Translate } from '../translate.ts'
import { describePlace } from './describe-place.ts'
import { describeTeamTrouble } from './describe-team-trouble.ts'
import { type Invitation, readInvitation } from './invitation.ts'
import { createKeptInvitations, type KeptInvitation } from './kept-invitations.ts'
import type { Joined, TeamMembership } from './membership.ts'
import { createPulseWatch } from './pulse-watch.ts'
import { tryInvitation } from './try-invitation.ts'

/** The team of the current account: joined by an invitation, connected for as long as the relay is the chosen way. */
export interface TeamService extends TeamMembership {
  readonly current: Pick<LiveValue<Team>, 'get' | 'watch'>
  /** What the connection lacks: somebody signed in, an invitation for them, or its secret. Null while it lacks nothing. */
  readonly lack: Pick<LiveValue<TeamLack | null>, 'get' | 'watch'>
  /** When the relay was heard last, by the clock here; null where it was not since the connection was opened. */
  relayHeardAtMs(): number | null
  /** Whether the current account has an invitation. */
  hasInvitation(): boolean
  /** Tries what was pasted; it is kept in memory for `join`. */
  check(text: string): Promise<Outcome<CheckedInvitation>>
  /** By the invitation that was checked last; it takes the place of the one before. */
  join(): Promise<Outcome<Team>>
  leave(): Promise<Outcome<Team>>
  /** The connection may have broken without a sign: it is asked something, and opened again where no answer comes. */
  probe(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export type TeamLack = 'account' | 'invitation' | 'secret'

export interface TeamDependencies {
  /** Loaded when it is needed first: most have no team. */
  readonly loadLink: () => Promise<TeamLink>
  readonly document: DocumentStore
  readonly secrets: SecretStore
  readonly settings: Pick<SettingsService, 'current' | 'isLocked' | 'update'>
  readonly account: {
    /** Null while nobody is signed in. */
    id(): number | null
    /** Whether there are keys of it here, whoever is signed in now. */
    hasKeys(accountId: number): boolean
    readonly changed: Pick<Signal<void>, 'watch'>
  }
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

export function createTeamService(dependencies: TeamDependencies): TeamService {
  const { loadLink, settings, account, clock, log, t } = dependencies
  const kept = createKeptInvitations(dependencies.document, dependencies.secrets)
  const joined = createLiveValue<Joined | null>(null)
  const state = createLiveValue<TeamConnectionState | null>(null)
  const lack = createLiveValue<TeamLack | null>(null)
  const current = createLiveValue<Team>(noTeam)
  const pulses = createPulseWatch({
    clock,
    onUnanswered() {
      if (state.get()?.state !== 'connected') return
      log.warn('The connection to the team’s relay broke without a sign')
      void follow()
    }
  })
  let checked: Invitation | null = null
  let connectedSinceMs: number | null = null
  let run = 0
  let endings: readonly (() => void)[] = []
  let closing: Promise<unknown> = Promise.resolve()

  const isChosen = (): boolean => settings.current.get().tunnel.kind === 'relay'
  const place = (): KeptInvitation | null => {
    const accountId = account.id()
    return accountId === null ? null : kept.find(accountId)
  }

  function tell(): void {
    const invitation = place()
    const connection = state.get()
    const isConnected = connection?.state === 'connected'
    const next: Team = {
      place: invitation && describePlace(invitation),
      server: isConnected ? connection.server : null,
      connectedSinceMs,
      reason:
        invitation && connection && 'code' in connection
          ? describeTeamTrouble(connection.code, invitation.servers, t)
          : null,
      relay: !isConnected ? 'unknown' : relayIs(pulses.isSilent.get())
    }
    if (JSON.stringify(next) !== JSON.stringify(current.get())) current.set(next)
  }

  function become(next: TeamConnectionState): void {
    const isConnected = next.state === 'connected'
    if (isConnected !== (state.get()?.state === 'connected'))
      connectedSinceMs = isConnected ? clock.nowMs() : null
    state.set(next)
    tell()
    if (isConnected) void pulses.probe()
  }

  function leaveConnection(): void {
    run += 1
    pulses.stop()
    const before = joined.get()
    connectedSinceMs = null
    joined.set(null)
    state.set(null)
    closeSoon(before)
  }

  function closeSoon(before: Joined | null): void {
    if (before === null) return
    closing = Promise.all([closing, before.connection.close()]).catch((error: unknown) =>
      log.warn('The connection to the team’s relay could not be closed', { error: String(error) })
    )
  }

  /** What a connection lacks before its secret is looked for; null where nothing. */
  const lackOf = (accountId: number | null): TeamLack | null => {
    if (accountId === null) return 'account'
    return kept.find(accountId) === null ? 'invitation' : null
  }

  /**
   * Connects as what is kept and chosen now says, in the place of any connection before. That one counts until then: an app that is
   * about to connect anew has not left its team, and is not to ask Voice360 itself.
   */
  async function follow(): Promise<void> {
    const accountId = account.id()
    const lacks = lackOf(accountId)
    if (!isChosen() || lacks !== null || joined.get()?.access.accountId !== accountId) leaveConnection()
    tell()
    if (!isChosen()) return lack.set(null)
    if (accountId === null || lacks !== null) return lack.set(lacks)
    run += 1
    const thisRun = run
    const invitation = await kept.read(accountId).catch((error: unknown) => {
      log.warn('The keychain did not give the secret of the invitation', { error: String(error) })
      return null
    })
    const link = await loadLink()
    if (thisRun !== run) return
    lack.set(invitation === null ? 'secret' : null)
    if (invitation === null) leaveConnection()
    else open(link, invitation)
  }

  function open(link: TeamLink, { team, access, ...way }: Invitation): void {
    const before = joined.get()
    const connection = link.connect(way, become)
    connectedSinceMs = null
    state.set({ state: 'connecting' })
    pulses.follow(connection, access.accountId)
    joined.set({ team, connection, access })
    closeSoon(before)
    tell()
  }

  /** Does what changes the keychain; where that fails, nothing became another. */
  async function change(task: () => Promise<void>): Promise<Outcome<Team>> {
    try {
      await task()
    } catch (error) {
      log.warn('The invitation could not be kept or forgotten', { error: String(error) })
      return failed('keychain', t('team.keychain'))
    }
    await follow()
    return succeeded(current.get())
  }

  /** With the keys of an account its invitation goes, which is a key too. */
  async function forgetSignedOut(): Promise<void> {
    for (const accountId of kept.accountIds().filter((id) => !account.hasKeys(id)))
      await kept.forget(accountId).catch((error: unknown) =>
        log.warn('The invitation of an account that is signed out could not be forgotten', {
          error: String(error)
        })
      )
  }

  function chooseRelay(): Outcome<unknown> {
    if (isChosen() || settings.isLocked('tunnel')) return succeeded(null)
    return settings.update({ tunnel: { kind: 'relay' } })
  }

  /** Chooses no way where the relay is, and shares nothing: what was meant for this team is not shared with the next unasked. */
  function chooseNothing(): void {
    const shared = (['isSharingRemarks', 'isSharingContacts'] as const).filter(
      (name) => settings.current.get()[name] && !settings.isLocked(name)
    )
    settings.update({
      ...(isChosen() && { tunnel: { kind: 'none' } }),
      ...Object.fromEntries(shared.map((name) => [name, false]))
    })
  }

  return {
    joined,
    state,
    pulse: pulses.pulse,
    current,
    lack,
    relayHeardAtMs: () => pulses.heardAtMs(),
    hasInvitation: () => place() !== null,
    probe: () => pulses.probe(),
    async check(text) {
      checked = null
      const read = readInvitation(text)
      if (!read.ok) return failed(read.trouble, t(`team.unreadable.${read.trouble}`))
      const { invitation } = read
      const signedIn = account.id()
      const invited = invitation.access.accountId
      if (signedIn === null) return failed('signed-out', t('team.lack.account'))
      if (signedIn !== invited) return failed('other-account', t('team.otherAccount', { invited, signedIn }))
      if (settings.isLocked('tunnel') && !isChosen()) return failed('locked-setting', t('reach.locked'))
      const tried = await tryInvitation(invitation, { link: await loadLink(), clock, log, t })
      if (!tried.ok) return tried
      checked = invitation
      return succeeded({ place: describePlace(invitation), ...tried.value })
    },
    async join() {
      const invitation = checked
      // Somebody else may have signed in since it was checked.
      if (invitation === null || invitation.access.accountId !== account.id())
        return failed('not-checked', t('team.notChecked'))
      const keeping = await change(() => kept.keep(invitation))
      if (!keeping.ok) return keeping
      checked = null
      const chosen = chooseRelay()
      return chosen.ok ? succeeded(current.get()) : chosen
    },
    async leave() {
      const accountId = account.id()
      if (accountId === null) return succeeded(current.get())
      if (settings.isLocked('tunnel')) return failed('locked-setting', t('reach.locked'))
      const left = await change(() => kept.forget(accountId))
      if (!left.ok) return left
      chooseNothing()
      return succeeded(current.get())
    },
    async start() {
      let wasChosen = isChosen()
      let followed = account.id()
      endings = [
        pulses.isSilent.watch(tell),
        settings.current.watch(() => {
          if (isChosen() === wasChosen) return
          wasChosen = isChosen()
          void follow()
        }),
        account.changed.watch(() => {
          void forgetSignedOut()
          if (account.id() === followed) return
          followed = account.id()
          void follow()
        })
      ]
      await follow()
    },
    async stop() {
      for (const end of endings) end()
      leaveConnection()
      await closing
    }
  }
}

const relayIs = (isSilent: boolean | null): Team['relay'] =>
  isSilent === null ? 'unknown' : isSilent ? 'silent' : 'answering'
