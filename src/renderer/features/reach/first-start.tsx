import { useEffect, useRef, useState } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Loaded } from '../../ui/index.ts'
import { CoachSection } from './coach-section.tsx'
import styles from './first-start.module.css'
import { StateSection } from './state-section.tsx'
import { TeamSection } from './team-section.tsx'
import { TunnelSection } from './tunnel-section.tsx'
import { addressTrouble } from './way-steps.ts'

/** Signing in is the first. */
const total = 3

/** What comes after signing in for the first time: how Voice360 finds this computer, and what to enter in its portal. */
export function FirstStart({ onDone }: { readonly onDone: () => void }) {
  const query = useRequest('reach:get-reach', {})
  const [step, setStep] = useState<2 | 3>(2)
  const kind = query.data?.tunnel.kind ?? 'none'
  const isChosen = kind !== 'none'
  // Where a relay takes the webhooks, there are none to enter.
  const isLastStep = step === 3 || kind === 'relay'
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <p className={styles.step}>{t('reach.firstStart.step', { step, total })}</p>
        <Heading key={step}>
          {t(step === 2 ? 'reach.firstStart.wayTitle' : 'reach.firstStart.coachTitle')}
        </Heading>
        {step === 2 && <p className={styles.intro}>{t('reach.firstStart.wayText')}</p>}
        <Loaded query={query}>
          {(reach) =>
            step === 2 ? (
              <>
                {isChosen && <StateSection reach={reach} />}
                {kind === 'relay' && <TeamSection />}
                <TunnelSection reach={reach} isOpenAtFirst />
              </>
            ) : (
              <>
                <BadAddress reach={reach} />
                <CoachSection reach={reach} />
              </>
            )
          }
        </Loaded>
      </div>
      <footer className={styles.actions}>
        <p>{t('reach.firstStart.skipHint')}</p>
        {step === 3 && <Button onClick={() => setStep(2)}>{t('reach.firstStart.back')}</Button>}
        {!isLastStep && <Button onClick={onDone}>{t('reach.firstStart.skip')}</Button>}
        {isLastStep ? (
          <Button kind="primary" onClick={onDone}>
            {t('reach.firstStart.done')}
          </Button>
        ) : (
          <Button kind="primary" aria-disabled={!isChosen} onClick={() => isChosen && setStep(3)}>
            {t('reach.firstStart.next')}
          </Button>
        )}
      </footer>
    </main>
  )
}

/** What is entered in the portal would lead nowhere. */
function BadAddress({ reach }: { readonly reach: Reach }) {
  const reason = addressTrouble(reach)
  return reason !== null && <Banner kind="warning">{t('reach.firstStart.badAddress', { reason })}</Banner>
}

/** Takes the focus with each step, so that it is read. */
function Heading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
