import { plainText } from '../core/plain-text.ts'
import type { RecentNumbers } from '../core/ports.ts'

export type RecentNumber = Parameters<RecentNumbers['show']>[0][number]
type Show = RecentNumbers['show']

const longestLabel = 80

/** Offers numbers in each of these places, as plain text; only where they are others than before, since menus are made anew. */
export function recentNumbersIn(places: readonly Show[]): RecentNumbers {
  let shown = ''
  return {
    show(entries) {
      const plain = entries
        .filter(({ address }) => canStandInCommandLine(address))
        .map(({ address, label }) => ({ address, label: shownLabel(label) }))
      const wanted = JSON.stringify(plain)
      if (wanted === shown) return
      shown = wanted
      for (const show of places) show(plain)
    }
  }
}

/** What was dialed is E.164, an extension or a feature code; anything else could be a word of its own there. */
const canStandInCommandLine = (address: string): boolean => /^\+?[*#]*\d[\d*#+]{0,39}$/.test(address)

/** One line that reads from left to right, or as its own letters do. */
const shownLabel = (label: string): string =>
  plainText(label.replaceAll(/\s+/g, ' ')).slice(0, longestLabel).toWellFormed()

/** Entries of a menu, in which a single "&" would mark a key. */
export const recentNumberItems = (
  entries: readonly RecentNumber[],
  dial: (address: string) => void
): { readonly label: string; readonly click: () => void }[] =>
  entries.map(({ address, label }) => ({
    label: label.replaceAll('&', '&&'),
    click: () => dial(address)
  }))
