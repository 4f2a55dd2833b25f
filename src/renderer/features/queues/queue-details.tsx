import type { QueueDetails } from '../../../shared/domain/queue.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Loaded, NameText, NumberText } from '../../ui/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import styles from './queue-details.module.css'

/** How a queue is set up and who its agents are. */
export function QueueDetailsPanel({ queueId }: { readonly queueId: number }) {
  const query = useRequest('queues:get-details', { queueId }, { shouldAskAgain: true })
  return (
    <Loaded query={query} rows={2}>
      {(outcome) =>
        outcome.ok ? (
          <Details details={outcome.value} />
        ) : (
          <Banner kind="error">{outcome.failure.message}</Banner>
        )
      }
    </Loaded>
  )
}

function Details({ details }: { readonly details: QueueDetails }) {
  const proposeDial = useProposeDial()
  const facts = factsOf(details)
  return (
    <div className={styles.details}>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {details.members === null ? (
        <p className={styles.note}>{t('queues.membersUnknown')}</p>
      ) : (
        <>
          <h3>{t('queues.members', { count: details.members.length })}</h3>
          <ul className={styles.members}>
            {details.members.map(({ extension, name }) => (
              <li key={extension}>
                <button
                  type="button"
                  aria-label={t('presence.call', { name: `${name} ${extension}` })}
                  onClick={() => proposeDial(extension)}
                >
                  <NameText>{name}</NameText> <NumberText>{extension}</NumberText>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** What is told of how the queue is set up, in words. */
function factsOf({ strategy, timeoutS, retryS, wrapUpS, maxLength }: QueueDetails) {
  const seconds = (count: number | null) => (count === null ? null : t('queues.seconds', { count }))
  const most = maxLength === null ? null : maxLength === 0 ? t('queues.anyLength') : String(maxLength)
  return [
    { label: t('queues.strategy'), value: strategy === null ? null : wordOf(strategy) },
    { label: t('queues.timeout'), value: seconds(timeoutS) },
    { label: t('queues.retry'), value: seconds(retryS) },
    { label: t('queues.wrapUp'), value: seconds(wrapUpS) },
    { label: t('queues.maxLength'), value: most }
  ].filter((fact): fact is { label: string; value: string } => fact.value !== null)
}

/** The strategies of the phone system, by its own words for them (`strategy` in Asterisk's queues.conf). */
const strategies = [
  'ringall',
  'leastrecent',
  'fewestcalls',
  'random',
  'wrandom',
  'rrmemory',
  'rrordered',
  'linear'
] as const

/** What a strategy does; one that is not known is told as it came. */
function wordOf(strategy: string): string {
  const known = strategies.find((it) => it === strategy)
  return known ? t(`queues.strategies.${known}`) : strategy
}
