import { CircleAlert, CircleCheck } from 'lucide-react'
import { useId } from 'react'
import type { TunnelChoice, TunnelOffer } from '../../../shared/domain/tunnel.ts'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import { InvitationForm } from './invitation-form.tsx'
import type { ChosenKind } from './tunnel-draft.ts'
import { TunnelForm } from './tunnel-form.tsx'
import styles from './tunnel-option.module.css'

interface TunnelOptionProps {
  readonly kind: ChosenKind
  /** Null where it is not known what this computer has of it. */
  readonly offer: TunnelOffer | null
  readonly chosen: TunnelChoice
  readonly isSelected: boolean
  readonly isInUse: boolean
  readonly onSelect: () => void
  /** What came of it, to be told. */
  readonly onDone: (text: string) => void
  readonly onLookAgain: () => void
}

/** One way: what it needs and costs, whether its address stays and, where it is selected, its fields. */
export function TunnelOption(props: TunnelOptionProps) {
  const { kind, offer, chosen, isSelected, isInUse, onSelect, onDone, onLookAgain } = props
  const id = useId()
  const isMissing = offer?.state === 'no-program'
  return (
    <div className={styles.option} data-selected={isSelected || undefined}>
      <label className={styles.head}>
        <input
          type="radio"
          name="tunnel-kind"
          checked={isSelected}
          aria-describedby={id}
          onChange={onSelect}
        />
        <span className={styles.name}>{t(`reach.kind.${kind}`)}</span>
        {kind === 'cloudflared-named' && <span className={styles.pill}>{t('reach.choose.recommended')}</span>}
        {isInUse && (
          <span className={styles.pill} data-in-use>
            {t('reach.choose.inUse')}
          </span>
        )}
      </label>
      <div id={id} className={styles.about}>
        <dl className={styles.facts}>
          <dt>{t('reach.choose.needs')}</dt>
          <dd>{t(`reach.facts.${kind}.needs`)}</dd>
          <dt>{t('reach.choose.costs')}</dt>
          <dd>{t(`reach.facts.${kind}.costs`)}</dd>
          <dt>{t('reach.choose.address')}</dt>
          <dd>{t(`reach.facts.${kind}.address`)}</dd>
        </dl>
        <Found kind={kind} offer={offer} />
      </div>
      {isSelected && (
        <div className={styles.form}>
          {isMissing && <Button onClick={onLookAgain}>{t('reach.choose.lookAgain')}</Button>}
          {kind === 'relay' ? (
            <RelayForms
              chosen={chosen}
              hasInvitation={offer?.hasSecret === true}
              isInUse={isInUse}
              onDone={onDone}
            />
          ) : (
            (!isMissing || isInUse) && (
              <TunnelForm
                kind={kind}
                chosen={chosen}
                hasSecret={offer?.hasSecret ?? null}
                isInUse={isInUse}
                onDone={onDone}
              />
            )
          )}
        </div>
      )}
    </div>
  )
}

interface RelayFormsProps extends Pick<TunnelOptionProps, 'chosen' | 'isInUse' | 'onDone'> {
  readonly hasInvitation: boolean
}

/** The invitation that is kept already, where there is one, and the field for another; of the one in use its team's section tells. */
function RelayForms({ chosen, hasInvitation, isInUse, onDone }: RelayFormsProps) {
  if (isInUse) return null
  return (
    <>
      {hasInvitation && (
        <TunnelForm kind="relay" chosen={chosen} hasSecret={null} isInUse={false} onDone={onDone} />
      )}
      <InvitationForm isReplacing={hasInvitation} onJoined={() => onDone(t('relay.joined'))} />
    </>
  )
}

const programOf = {
  'own-url': null,
  'cloudflared-quick': 'cloudflared',
  'cloudflared-named': 'cloudflared',
  ngrok: 'ngrok',
  ssh: 'ssh',
  relay: null
} as const

/** Whether what it is made with is on this computer. */
function Found({ kind, offer }: { readonly kind: ChosenKind; readonly offer: TunnelOffer | null }) {
  const name = programOf[kind]
  if (name === null || offer === null) return null
  const program = t(`reach.program.${name}`)
  if (offer.state === 'no-program') {
    return (
      <p className={styles.found} data-missing>
        <CircleAlert size={14} aria-hidden="true" />
        <span>{t('reach.choose.noProgram', { program, how: t(`reach.howToGet.${name}`) })}</span>
      </p>
    )
  }
  return (
    <p className={styles.found}>
      <CircleCheck size={14} aria-hidden="true" />
      <span>
        {offer.version === null
          ? t('reach.choose.foundUnversioned', { program })
          : t('reach.choose.found', { program, version: offer.version })}
      </span>
    </p>
  )
}
