import { kindOfAddress, readAddress } from '../../numbers/index.ts'
import { plainText } from '../../plain-text.ts'
import type { Replacer } from './pseudonyms.ts'

/** Whatever a replacer was asked to replace, as it was written and as it is compared. */
export interface Originals {
  readonly numbers: ReadonlySet<string>
  readonly extensions: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly queues: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
}

/** A replacer that leaves everything as it is, and remembers it. */
export function createCollector(region: string): { readonly replacer: Replacer; readonly found: Originals } {
  const found = {
    numbers: new Set<string>(),
    extensions: new Set<string>(),
    ids: new Set<string>(),
    names: new Set<string>(),
    queues: new Set<string>(),
    bodies: new Set<string>()
  }
  const addTo =
    (set: Set<string>) =>
    (text: string): string => {
      const plain = plainText(text)
      if (plain !== '') set.add(plain)
      return text
    }
  const addParty = (text: string): string => {
    const address = readAddress(text, region)
    const kind = kindOfAddress(address)
    if (kind === 'number') found.numbers.add(address)
    else if (kind === 'extension') found.extensions.add(address)
    else if (kind === 'other') addTo(found.names)(text)
    return text
  }
  const leave = (text: string): string => text
  const replacer = {
    address: addParty,
    id: addTo(found.ids),
    name: addParty,
    queue: addTo(found.queues),
    body: addTo(found.bodies),
    label: leave,
    source: leave
  }
  return { replacer, found }
}
