import { MessageSquare, Phone, StickyNote } from 'lucide-react'
import type { Party } from '../../../shared/domain/party.ts'
import type { FoundPerson, FoundText } from '../../../shared/domain/search.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Avatar, HiddenText, PartyName } from '../../ui/index.ts'
import { MarkedText } from './marked-text.tsx'
import type { PaletteItem } from './palette-items.ts'
import styles from './palette-row.module.css'

interface PaletteRowProps {
  readonly item: PaletteItem
  readonly query: string
}

/** A row of the palette, with what was looked for marked in it. */
export function PaletteRow({ item, query }: PaletteRowProps) {
  switch (item.kind) {
    case 'person':
      return <PersonRow person={item.person} query={query} />
    case 'text':
      return <TextRow found={item.found} query={query} />
    case 'call':
    case 'write':
      return <NumberRow party={item.party} isCall={item.kind === 'call'} />
    case 'action':
      return (
        <div className={styles.single}>
          <item.action.icon size={16} aria-hidden="true" />
          <MarkedText query={query}>{item.action.label}</MarkedText>
        </div>
      )
  }
}

function PersonRow({ person, query }: { readonly person: FoundPerson; readonly query: string }) {
  const { name, display, company, kind } = person.party
  return (
    <div className={styles.double} data-one-line={name === null || undefined}>
      <Avatar name={name} />
      <MarkedText query={query} className={styles.title} isNumber={name === null && kind !== 'other'}>
        {name ?? display}
      </MarkedText>
      <span className={styles.when}>
        {person.lastContactAtMs !== null && <Moment atMs={person.lastContactAtMs} />}
      </span>
      {name !== null && (
        <span className={styles.detail}>
          <MarkedText query={query} className={styles.number} isNumber>
            {display}
          </MarkedText>
          {company !== null && <MarkedText query={query}>{company}</MarkedText>}
        </span>
      )}
    </div>
  )
}

function TextRow({ found, query }: { readonly found: FoundText; readonly query: string }) {
  const isNote = found.kind === 'note'
  return (
    <div className={styles.double}>
      <span className={styles.icon}>
        {isNote ? (
          <StickyNote size={16} aria-hidden="true" />
        ) : (
          <MessageSquare size={16} aria-hidden="true" />
        )}
      </span>
      <span className={styles.title}>
        {isNote && <HiddenText>{`${t('palette.note')}: `}</HiddenText>}
        <PartyName party={found.party} />
      </span>
      <span className={styles.when}>
        <Moment atMs={found.atMs} />
      </span>
      <MarkedText query={query} className={styles.detail}>
        {found.text}
      </MarkedText>
    </div>
  )
}

function NumberRow({ party, isCall }: { readonly party: Party; readonly isCall: boolean }) {
  const { display } = party
  return (
    <div className={styles.single}>
      {isCall ? <Phone size={16} aria-hidden="true" /> : <MessageSquare size={16} aria-hidden="true" />}
      <span className={styles.action}>
        {t(isCall ? 'palette.callNumber' : 'palette.textNumber', { display })}
      </span>
      {party.name !== null && <MarkedText query="">{party.name}</MarkedText>}
    </div>
  )
}
