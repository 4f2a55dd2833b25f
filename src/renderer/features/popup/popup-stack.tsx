import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { HiddenText } from '../../ui/index.ts'
import { CallerCard } from './caller-card.tsx'
import styles from './popup-stack.module.css'
import { useAnnouncement } from './use-announcement.ts'

/** The callers' cards, one above the other; what they say is announced without taking the focus. */
export function PopupStack() {
  const cards = useRequest('popup:list-cards', {}).data ?? []
  const announcement = useAnnouncement(cards)
  return (
    <section className={styles.stack} aria-label={t('popup.label')}>
      <output>
        <HiddenText>{announcement}</HiddenText>
      </output>
      {cards.map((card) => (
        <CallerCard key={card.call.id} card={card} />
      ))}
    </section>
  )
}
