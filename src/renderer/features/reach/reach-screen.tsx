import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { IconButton, LinkButton, Loaded } from '../../ui/index.ts'
import { Row, Section } from '../settings/index.ts'
import { AddressChange } from './address-change.tsx'
import { CoachSection } from './coach-section.tsx'
import { GapsSection } from './gaps-section.tsx'
import styles from './reach-screen.module.css'
import { SecretSection } from './secret-section.tsx'
import { SourcesSection } from './sources-section.tsx'
import { StateSection } from './state-section.tsx'
import { TeamSection } from './team-section.tsx'
import { TunnelSection } from './tunnel-section.tsx'

interface ReachScreenProps {
  /** What is to be in view at first; null for the top. */
  readonly part: 'webhooks' | null
  readonly onBack: () => void
}

/** Whether and how Voice360's webhooks get here, and everything that can be done about it. */
export function ReachScreen({ part, onBack }: ReachScreenProps) {
  const query = useRequest('reach:get-reach', {})
  const webhooks = useRef<HTMLDivElement>(null)
  const isLoaded = query.data !== undefined
  useEffect(() => {
    if (isLoaded && part === 'webhooks') bringIntoView(webhooks.current)
  }, [isLoaded, part])
  return (
    <section className={styles.screen} aria-label={t('reach.title')}>
      <div className={styles.column}>
        <header className={styles.header}>
          <IconButton label={t('reach.back')} icon={<ArrowLeft size={18} />} onClick={onBack} />
          <h1>{t('reach.title')}</h1>
        </header>
        <Loaded query={query}>
          {(reach) => (
            <>
              {reach.addressChange && (
                <div className={styles.change}>
                  <AddressChange
                    change={reach.addressChange}
                    webhookUrl={reach.webhookUrl}
                    hasDetails
                    onShowWebhooks={() => bringIntoView(webhooks.current)}
                  />
                </div>
              )}
              <StateSection reach={reach} />
              {/* Together: whoever leaves the team goes on at the choice of another way. */}
              <div>
                <TunnelSection reach={reach} />
                {reach.tunnel.kind === 'relay' && <TeamSection />}
              </div>
              <div ref={webhooks} tabIndex={-1} className={styles.part}>
                {reach.tunnel.kind === 'relay' ? <RelayWebhooks /> : <CoachSection reach={reach} />}
              </div>
              {reach.tunnel.kind !== 'relay' && (
                <>
                  <SecretSection reach={reach} />
                  <SourcesSection />
                </>
              )}
              <GapsSection />
              <Section title={t('reach.diagnostics.title')}>
                <Row label={t('reach.diagnostics.text')}>
                  <LinkButton href="#/settings/diagnostics">{t('reach.diagnostics.open')}</LinkButton>
                </Row>
              </Section>
            </>
          )}
        </Loaded>
      </div>
    </section>
  )
}

/** By the relay, there are none to enter here. */
function RelayWebhooks() {
  return (
    <Section title={t('relay.webhooks')}>
      <p className={styles.text}>{t('relay.webhooksText')}</p>
    </Section>
  )
}

function bringIntoView(part: HTMLElement | null): void {
  part?.scrollIntoView()
  part?.focus({ preventScroll: true })
}
