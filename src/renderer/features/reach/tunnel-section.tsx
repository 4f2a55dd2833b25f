import { useEffect, useRef, useState } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { TunnelChoice, TunnelOffer } from '../../../shared/domain/tunnel.ts'
import { usePolicy, useRequest, useSettings } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, HiddenText, Loaded } from '../../ui/index.ts'
import { LockMark, Row, Section } from '../settings/index.ts'
import { type ChosenKind, chosenKinds } from './tunnel-draft.ts'
import { TunnelForm } from './tunnel-form.tsx'
import { TunnelOption } from './tunnel-option.tsx'
import styles from './tunnel-section.module.css'

interface TunnelSectionProps {
  readonly reach: Reach
  /** Whether all ways are shown from the start, also when one is in use. */
  readonly isOpenAtFirst?: boolean
}

/** The way by which webhooks get here: the one in use, and the choice of another. */
export function TunnelSection(props: TunnelSectionProps) {
  const isSettled = usePolicy()?.lockedSettings.includes('tunnel') ?? false
  return isSettled ? <SettledTunnel reach={props.reach} /> : <FreeTunnel {...props} />
}

/** The way that the administrator chose; only a secret it needs is left to be told. */
function SettledTunnel({ reach }: { readonly reach: Reach }) {
  const offers = useRequest('reach:list-tunnel-offers', {}, { shouldAskAgain: true })
  const chosen = useSettings().query.data?.tunnel
  const [said, setSaid] = useState('')
  const { kind, url } = reach.tunnel
  const hasSecret = offers.data?.find((offer) => offer.kind === kind)?.hasSecret ?? null
  return (
    <Section title={t('reach.choose.title')}>
      <Row label={t(`reach.kind.${kind}`)} {...(url === null ? {} : { hint: url })}>
        <LockMark />
      </Row>
      {kind !== 'none' && kind !== 'relay' && chosen && hasSecret !== null && (
        <div className={styles.settled}>
          <TunnelForm
            kind={kind}
            chosen={chosen}
            hasSecret={hasSecret}
            isInUse
            isSettled
            onDone={(text) => {
              setSaid(text)
              void offers.refetch()
            }}
          />
          <output className={styles.said}>{said}</output>
        </div>
      )}
    </Section>
  )
}

function FreeTunnel({ reach, isOpenAtFirst = false }: TunnelSectionProps) {
  const offers = useRequest('reach:list-tunnel-offers', {}, { shouldAskAgain: true })
  const { query: settings } = useSettings()
  const { kind, url } = reach.tunnel
  const [isWanted, setIsWanted] = useState(isOpenAtFirst)
  const isOpen = isWanted || kind === 'none'
  const [said, setSaid] = useState('')
  const before = useRef(kind)
  useEffect(() => {
    if (kind === before.current) return
    if (kind === 'none' && before.current === 'relay') setSaid(t('relay.left'))
    before.current = kind
  }, [kind])
  return (
    <Section title={t('reach.choose.title')}>
      {kind === 'none' ? (
        <p className={styles.first}>{t('reach.choose.first')}</p>
      ) : (
        <Row label={t(`reach.kind.${kind}`)} {...(url === null ? {} : { hint: url })}>
          <Button
            aria-expanded={isOpen}
            onClick={() => {
              setIsWanted(!isWanted)
              setSaid('')
            }}
          >
            {t(isOpen ? 'reach.choose.hide' : 'reach.choose.change')}
          </Button>
        </Row>
      )}
      <output className={styles.said}>{said}</output>
      {isOpen && (
        <Loaded query={offers} rows={5}>
          {(known) => (
            <Loaded query={settings} rows={5}>
              {({ tunnel }) => (
                <Choice
                  inUse={kind === 'none' ? null : kind}
                  chosen={tunnel}
                  offers={known}
                  onSaid={setSaid}
                  onLookAgain={() => void offers.refetch()}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Section>
  )
}

interface ChoiceProps {
  readonly inUse: ChosenKind | null
  readonly chosen: TunnelChoice
  readonly offers: readonly TunnelOffer[]
  /** What came of it: said where it stays when the choice is closed by that. */
  readonly onSaid: (text: string) => void
  readonly onLookAgain: () => void
}

function Choice({ inUse, chosen, offers, onSaid, onLookAgain }: ChoiceProps) {
  const [selected, setSelected] = useState(inUse)
  return (
    <fieldset className={styles.choice}>
      <legend>
        <HiddenText>{t('reach.choose.legend')}</HiddenText>
      </legend>
      {chosenKinds.map((kind) => (
        <TunnelOption
          key={kind}
          kind={kind}
          offer={offers.find((offer) => offer.kind === kind) ?? null}
          chosen={chosen}
          isSelected={kind === selected}
          isInUse={kind === inUse}
          onSelect={() => {
            setSelected(kind)
            onSaid('')
          }}
          onDone={(text) => {
            onSaid(text)
            onLookAgain()
          }}
          onLookAgain={onLookAgain}
        />
      ))}
    </fieldset>
  )
}
