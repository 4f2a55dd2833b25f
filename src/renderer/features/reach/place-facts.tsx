import type { TeamPlace } from '../../../shared/domain/team.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import styles from './place-facts.module.css'
import { endText } from './reach-words.ts'

interface PlaceFactsProps {
  readonly place: TeamPlace
  /** The server, and what there is to know of the connection. */
  readonly server: string
}

/** Somebody's place in a team: who they are there, what they may read, until when. */
export function PlaceFacts({ place, server }: PlaceFactsProps) {
  const timeZone = useTimeZone()
  const nowMs = useNow(1_000)
  const { team, accountId, extension, expiresAtMs } = place
  return (
    <dl className={styles.facts}>
      <dt>{t('relay.place.team')}</dt>
      <dd className={styles.team}>{team}</dd>
      <dt>{t('relay.place.you')}</dt>
      <dd>{t('relay.place.youValue', { extension, account: accountId })}</dd>
      <dt>{t('relay.place.reading')}</dt>
      <dd>
        <ul>
          {readings(place).map((reading) => (
            <li key={reading}>{reading}</li>
          ))}
        </ul>
      </dd>
      <dt>{t('relay.place.until')}</dt>
      <dd>{untilText(expiresAtMs, nowMs, timeZone)}</dd>
      <dt>{t('relay.place.server')}</dt>
      <dd>{server}</dd>
    </dl>
  )
}

function untilText(expiresAtMs: number | null, nowMs: number, timeZone: string | undefined): string {
  if (expiresAtMs === null) return t('relay.place.noEnd')
  const when = endText(expiresAtMs, nowMs, timeZone)
  return expiresAtMs <= nowMs ? t('relay.place.ended', { when }) : when
}

function readings({ extension, reading }: TeamPlace): readonly string[] {
  const { isTeamWide, queueNames, lines, presence, sharesWork } = reading
  const own = [
    t('relay.place.ofExtension', { extension }),
    ...(queueNames.length === 0
      ? []
      : [
          t(queueNames.length === 1 ? 'relay.place.ofQueue' : 'relay.place.ofQueues', {
            names: queueNames.join(', ')
          })
        ]),
    ...(lines.length === 0
      ? []
      : [t(lines.length === 1 ? 'relay.place.ofLine' : 'relay.place.ofLines', { lines: lines.join(', ') })])
  ]
  return [
    ...(isTeamWide ? [t('relay.place.everything')] : own),
    t(`relay.place.presence.${presence}`),
    ...(sharesWork ? [t('relay.place.work')] : [])
  ]
}
