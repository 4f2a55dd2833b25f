import { BlockList, isIP, SocketAddress } from 'node:net'

/** `203.0.113.7`, `203.0.113.7:443`, `2001:db8::7`, `[2001:db8::7]`, `[2001:db8::7]:443`; a proxy may quote them. */
const written = /^"?(?:\[([^[\]]+)\](?::\d{1,5})?|([\d.]+):\d{1,5}|([^"[\]]+))"?$/
const mappedStart = '::ffff:'

export interface Way {
  /** The other end of the connection. */
  readonly peer: string | undefined
  /** The last X-Forwarded-For header, or null. Of several, which are one list, it holds the list's end. */
  readonly forwardedFor: string | null
  /** Whether a tunnel's end or a proxy of our own is at that address. */
  readonly isProxy: (address: string) => boolean
}

/**
 * Where a request comes from, or null where that cannot be known. A proxy writes its own peer at the end of X-Forwarded-For: what
 * stands before it, and the whole of it from anybody else, a sender can have made up.
 */
export function readSource({ peer, forwardedFor, isProxy }: Way): string | null {
  const address = plainAddress(peer ?? '')
  if (address === null || !isProxy(address)) return address
  if (forwardedFor === null) return null
  const last = forwardedFor.slice(forwardedFor.lastIndexOf(',') + 1).trim()
  const [, bracketed, withPort, bare] = written.exec(last) ?? []
  return plainAddress(bracketed ?? withPort ?? bare ?? '')
}

/** An IP address in its shortest spelling, an IPv4 one never dressed up as IPv6; null for all else. */
function plainAddress(text: string): string | null {
  const family = isIP(text)
  if (family === 4) return text
  if (family === 0 || text.includes('%')) return null
  const { address } = new SocketAddress({ address: text, family: 'ipv6' })
  const inside = address.startsWith(mappedStart) ? address.slice(mappedStart.length) : ''
  return isIP(inside) === 4 ? inside : address
}

/** Tells whether a source is in one of the addresses and networks (CIDR); all are where there are none, even an unknown one. */
export function sourceCheck(allowed: () => readonly string[]): (source: string | null) => boolean {
  const isIn = networkCheck(allowed)
  return (source) => allowed().length === 0 || (source !== null && isIn(source))
}

/** Tells whether an address is in one of the addresses and networks (CIDR); none is where there are none. */
export function networkCheck(listed: () => readonly string[]): (address: string) => boolean {
  let list: readonly string[] = []
  let networks = networksOf(list)
  return (address) => {
    const now = listed()
    if (now.length === 0) return false
    if (now !== list) {
      list = now
      networks = networksOf(now)
    }
    return isIP(address) === 4 ? networks.ipv4.check(address, 'ipv4') : networks.ipv6.check(address, 'ipv6')
  }
}

/** Apart, since one BlockList finds every IPv4 address in `::/0`. */
function networksOf(list: readonly string[]) {
  const networks = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const text of list) {
    const [start = '', length] = text.split('/')
    const address = plainAddress(start)
    if (address === null) continue
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    const bits = family === 'ipv4' ? 32 : 128
    // What an IPv4 address dressed up as IPv6 has before it.
    const dressBits = family === 'ipv4' && isIP(start) === 6 ? 96 : 0
    const prefix = length === undefined ? bits : Number(length) - dressBits
    if (Number.isInteger(prefix) && prefix >= 0 && prefix <= bits) {
      networks[family].addSubnet(address, prefix, family)
    }
  }
  return networks
}
