import { useState } from 'react'
import type { Team } from '../../../shared/domain/team.ts'
import { usePolicy, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import { Banner, Button, Loaded } from '../../ui/index.ts'
import { Section } from '../settings/index.ts'
import { InvitationForm } from './invitation-form.tsx'
import { LeaveTeam } from './leave-team.tsx'
import { PlaceFacts } from './place-facts.tsx'
import { endText, sinceText } from './reach-words.ts'
import styles from './team-section.module.css'

const soonMs = 7 * 86_400_000

/** Who I am in the team whose relay is used, how it is reached, a new invitation, and the way out. */
export function TeamSection() {
  const query = useRequest('team:get-team', {})
  return (
    <Section title={t('relay.title')}>
      <Loaded query={query} rows={5}>
        {(team) => <Known team={team} />}
      </Loaded>
    </Section>
  )
}

function Known({ team }: { readonly team: Team }) {
  const { place } = team
  // To the second, since the server does not let anybody in a second longer.
  const nowMs = useNow(1_000)
  const timeZone = useTimeZone()
  const isSettled = usePolicy()?.lockedSettings.includes('tunnel') ?? false
  const [isRenewing, setIsRenewing] = useState(false)
  const [said, setSaid] = useState('')
  if (place === null) {
    return (
      <div className={styles.team}>
        <p>{t('relay.none')}</p>
        <InvitationForm isReplacing={false} onJoined={() => setSaid(t('relay.joined'))} />
        <output>{said}</output>
      </div>
    )
  }
  const { expiresAtMs } = place
  const isEnding = expiresAtMs !== null && expiresAtMs - nowMs <= soonMs
  const isAsked = isRenewing || isEnding
  return (
    <div className={styles.team}>
      {isEnding && (
        <Banner kind="warning">
          {expiresAtMs <= nowMs
            ? t('relay.renewNow')
            : t('relay.renewSoon', { date: endText(expiresAtMs, nowMs, timeZone) })}
        </Banner>
      )}
      <PlaceFacts place={place} server={serverText(team, nowMs, timeZone)} />
      {isAsked && (
        <InvitationForm
          isReplacing
          onJoined={() => {
            setIsRenewing(false)
            setSaid(t('relay.joined'))
          }}
        />
      )}
      <output className={styles.said}>{said}</output>
      <div className={styles.actions}>
        {!isEnding && (
          <Button aria-expanded={isRenewing} onClick={() => setIsRenewing(!isRenewing)}>
            {t(isRenewing ? 'relay.renewHide' : 'relay.renew')}
          </Button>
        )}
        {!isSettled && <LeaveTeam team={place.team} />}
      </div>
    </div>
  )
}

function serverText({ server, connectedSinceMs }: Team, nowMs: number, timeZone: string | undefined): string {
  if (server === null || connectedSinceMs === null) return t('relay.place.notConnected')
  const since = t('relay.place.since', { since: sinceText(connectedSinceMs, nowMs, timeZone) })
  return `${server}, ${since}`
}
