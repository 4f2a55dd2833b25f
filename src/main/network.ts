import { networkInterfaces } from 'node:os'

/** The addresses by which this machine is in networks now, as one text. */
export function readNetwork(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return addresses
    .filter(({ internal }) => !internal)
    .map(({ cidr, address }) => cidr ?? address)
    .toSorted()
    .join(' ')
}
