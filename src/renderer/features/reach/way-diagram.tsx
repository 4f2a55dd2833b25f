import {
  Cable,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Globe,
  type LucideIcon,
  Monitor,
  RadioTower,
  Server
} from 'lucide-react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { HiddenText } from '../../ui/index.ts'
import styles from './way-diagram.module.css'
import { relaySteps, type WayStep, waySteps } from './way-steps.ts'

const iconOfStep: Readonly<Record<WayStep['name'], LucideIcon>> = {
  voice360: RadioTower,
  address: Globe,
  tunnel: Cable,
  relay: Server,
  connection: Cable,
  computer: Monitor
}
const iconOfMark = { ok: CircleCheck, unknown: CircleDashed, broken: CircleAlert } as const

/** Voice360, the public address, the tunnel, this computer, or what a relay puts in their place: each with what is known of it. */
export function WayDiagram({ reach }: { readonly reach: Reach }) {
  return reach.tunnel.kind === 'relay' ? (
    <RelayDiagram reach={reach} />
  ) : (
    <Steps steps={waySteps(reach)} isOwnAddress={reach.tunnel.kind === 'own-url'} />
  )
}

function RelayDiagram({ reach }: { readonly reach: Reach }) {
  const relay = useRequest('team:get-team', {}).data?.relay ?? 'unknown'
  return <Steps steps={relaySteps(reach, relay)} isOwnAddress={false} />
}

function Steps({
  steps,
  isOwnAddress
}: {
  readonly steps: readonly WayStep[]
  readonly isOwnAddress: boolean
}) {
  return (
    <ol className={styles.way} aria-label={t('reach.way.label')}>
      {steps.map(({ name, mark, note }) => {
        const Icon = iconOfStep[name]
        const Mark = iconOfMark[mark]
        const isProxy = name === 'tunnel' && isOwnAddress
        return (
          <li key={name} className={styles.step} data-mark={mark}>
            <Icon size={18} aria-hidden="true" />
            <span className={styles.name}>{t(`reach.way.step.${isProxy ? 'proxy' : name}`)}</span>
            <span className={styles.note}>
              <Mark size={14} aria-hidden="true" />
              <HiddenText>{`${t(`reach.way.mark.${mark}`)}, `}</HiddenText>
              {t(`reach.way.note.${note}`)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
