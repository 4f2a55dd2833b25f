import { useMemo } from 'react'
import { isOver } from '../../../shared/domain/call.ts'
import { maskedParty } from '../../../shared/domain/mask-digits.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { sorted } from '../../sorted.ts'
import { t } from '../../text/text.ts'
import { Button, HiddenText } from '../../ui/index.ts'
import { CallerCard } from './caller-card.tsx'
import styles from './popup-stack.module.css'
import { useAnnouncement } from './use-announcement.ts'

const none: readonly PopupCard[] = []
/** From how many on they are closed with one click. */
const many = 3

interface PopupStackProps {
  /** Whether the newest card stands on top: where the window grows upwards, the others then stay where they are. */
  readonly isNewestFirst: boolean
}

/** The callers' cards, one above the other; what they say is announced without taking the focus. */
export function PopupStack({ isNewestFirst }: PopupStackProps) {
  const bridge = useBridge()
  const cards = useRequest('popup:list-cards', {}).data ?? none
  const isMasking = useRequest('settings:get-settings', {}).data?.isMaskingDigits ?? false
  const calls = useMemo(
    () => cards.map(({ call }) => (isMasking ? { ...call, other: maskedParty(call.other) } : call)),
    [cards, isMasking]
  )
  const announcement = useAnnouncement(calls)
  const over = cards.filter(({ call, isHeld }) => isOver(call.state) && !isHeld)
  const closeAll = () => {
    for (const { call } of over)
      void bridge.request('popup:dismiss-card', { callId: call.id }).catch(() => {})
  }
  return (
    <section
      className={styles.stack}
      data-newest-first={isNewestFirst || undefined}
      aria-label={t('popup.label')}
    >
      <output>
        <HiddenText>{announcement}</HiddenText>
      </output>
      {inOrder(cards, isNewestFirst).map(([card, position]) => (
        <CallerCard key={card.call.id} card={card} position={position} />
      ))}
      {over.length >= many && (
        <div className={styles.all}>
          <Button onClick={closeAll}>{t('popup.closeAll', { count: over.length })}</Button>
        </div>
      )}
    </section>
  )
}

const inOrder = (cards: readonly PopupCard[], isNewestFirst: boolean) => {
  const placed = cards.map((card, position) => [card, position] as const)
  return isNewestFirst ? sorted(placed, ([, one], [, other]) => other - one) : placed
}
