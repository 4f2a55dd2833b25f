import { readAddress } from './read-address.ts'

export type ReadAddress = (text: string) => string

const capacity = 1_000

/** `readAddress` for one region that remembers what it read: one call's events name the same few numbers again and again. */
export function addressReader(region: string): ReadAddress {
  const known = new Map<string, string>()
  return (text) => {
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    if (known.size === capacity) known.clear()
    const address = readAddress(text, region)
    known.set(text, address)
    return address
  }
}
