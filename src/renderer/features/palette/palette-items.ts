import type { LucideIcon } from 'lucide-react'
import type { DialCandidate, Interpretation } from '../../../shared/domain/dialing.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { FoundPerson, FoundText } from '../../../shared/domain/search.ts'

/** Something to do that needs no person. */
export interface PaletteAction {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly run: () => void
}

/** A row of the palette. */
export type PaletteItem =
  | { readonly kind: 'person'; readonly id: string; readonly person: FoundPerson }
  | { readonly kind: 'text'; readonly id: string; readonly found: FoundText }
  | { readonly kind: 'call'; readonly id: string; readonly party: Party; readonly dialText: string }
  | { readonly kind: 'write'; readonly id: string; readonly party: Party }
  | { readonly kind: 'action'; readonly id: string; readonly action: PaletteAction }

export interface PaletteSection {
  readonly title: 'recent' | 'people' | 'number' | 'suggested' | 'texts' | 'actions' | 'settings'
  readonly items: readonly PaletteItem[]
}

const mostSuggested = 6

interface Findings {
  /** What was asked for; empty before anything was typed. */
  readonly asked: string
  readonly recent: readonly FoundPerson[]
  readonly people: readonly FoundPerson[]
  readonly texts: readonly FoundText[]
  readonly interpretation: Interpretation | null
  /** Favourites and the last called that may be meant. */
  readonly suggested: readonly Party[]
  readonly actions: readonly PaletteAction[]
  /** The sections of Settings, which are found by their titles. */
  readonly settings: readonly PaletteAction[]
}

/** The rows of the palette by section; sections without a row are left out. */
export function sectionsOf(findings: Findings): readonly PaletteSection[] {
  const { asked, recent, people, texts, interpretation, suggested, actions, settings } = findings
  const shown = [
    ...(asked === '' ? recent : people).map(({ party }) => party),
    ...candidatesOf(interpretation)
  ]
  const suggestedItems = without(suggested, shown)
    .slice(0, mostSuggested)
    .map((party) => callItem(party, party.address))
  const all: readonly PaletteSection[] =
    asked === ''
      ? [
          { title: 'recent', items: recent.map(personItem) },
          { title: 'suggested', items: suggestedItems },
          { title: 'actions', items: actions.map(actionItem) }
        ]
      : [
          { title: 'people', items: people.map(personItem) },
          { title: 'number', items: candidatesOf(interpretation).flatMap(numberItems) },
          { title: 'suggested', items: suggestedItems },
          {
            title: 'texts',
            items: texts.map((found) => ({ kind: 'text', id: `${found.kind} ${found.id}`, found }))
          },
          { title: 'actions', items: actionItems(actions, asked) },
          { title: 'settings', items: actionItems(settings, asked) }
        ]
  return all.filter(({ items }) => items.length > 0)
}

/** Whom a row is about, for the keys that call. */
export function partyOf(item: PaletteItem): Party | null {
  switch (item.kind) {
    case 'person':
      return item.person.party
    case 'text':
      return item.found.party
    case 'call':
    case 'write':
      return item.party
    case 'action':
      return null
  }
}

const personItem = (person: FoundPerson): PaletteItem => ({
  kind: 'person',
  id: `person ${person.party.address}`,
  person
})

const actionItem = (action: PaletteAction): PaletteItem => ({
  kind: 'action',
  id: `action ${action.id}`,
  action
})

const actionItems = (actions: readonly PaletteAction[], asked: string) =>
  actions.filter(({ label }) => hasWords(label, asked)).map(actionItem)

const callItem = (party: Party, dialText: string): PaletteItem => ({
  kind: 'call',
  id: `call ${dialText}`,
  party,
  dialText
})

const numberItems = (party: DialCandidate): readonly PaletteItem[] => [
  callItem(party, dialTextOf(party)),
  ...(party.kind === 'number' ? [{ kind: 'write' as const, id: `write ${dialTextOf(party)}`, party }] : [])
]

/** What the parser reads that candidate of, with what is to be keyed in by hand. */
const dialTextOf = ({ address, extensionByHand }: DialCandidate): string =>
  extensionByHand === null ? address : `${address} x${extensionByHand}`

const candidatesOf = (interpretation: Interpretation | null): readonly DialCandidate[] =>
  interpretation?.outcome === 'dialable' ? interpretation.candidates : []

/** Those of `parties` that are not among the others. */
function without(parties: readonly Party[], others: readonly Party[]): readonly Party[] {
  const known = new Set(others.map(({ address }) => address))
  return parties.filter(({ address }) => !known.has(address))
}

function hasWords(label: string, asked: string): boolean {
  const text = label.toLocaleLowerCase()
  return asked
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word))
}
