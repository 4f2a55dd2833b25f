import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkCheck, readSource, sourceCheck } from '../../../../../src/main/core/webhooks/source-check.ts'

const peer = '127.0.0.1'
const isProxy = networkCheck(() => ['127.0.0.0/8', '::1'])
const behindTunnel = (forwardedFor: string | null): string | null =>
  readSource({ peer, forwardedFor, isProxy })

const ipv4 = fc.ipV4()
const ipv6 = fc.ipV6()
const port = fc.integer({ min: 1, max: 65_535 })
/** An IPv4 address as the number that it is. */
const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
/** The same address in IPv6's manner, in digits of base 16. */
const mappedHex = (address: string): string => {
  const hex = numberOf(address).toString(16).padStart(8, '0')
  return `::ffff:${hex.slice(0, 4)}:${hex.slice(4)}`
}

describe('readSource', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['203.0.113.7:54321', '203.0.113.7'],
    ['"203.0.113.7:54321"', '203.0.113.7'],
    ['2001:DB8:0:0::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['"[2001:db8::7]:443"', '2001:db8::7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::FFFF:203.0.113.7]:443', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['198.51.100.1,203.0.113.7', '203.0.113.7'],
    ['198.51.100.1, unknown , 203.0.113.7', '203.0.113.7']
  ])('reads %j', (forwardedFor, source) => {
    expect(behindTunnel(forwardedFor)).toBe(source)
  })

  it.each([
    null,
    '',
    ' ',
    ',',
    '203.0.113.7,',
    '203.0.113.7, unknown',
    '203.0.113.7, _hidden',
    '203.0.113.7, fe80::1%eth0',
    '203.0.113.7 198.51.100.1',
    '203.0.113.7;by=x',
    'for=203.0.113.7',
    '203.0.113',
    '203.0.113.256',
    '0203.0.113.7',
    '0xcb.0.113.7',
    '203.0.113.7/24',
    '203.0.113.7:',
    '203.0.113.7:999999',
    '[203.0.113.7',
    '[2001:db8::7',
    '2001:db8::7]',
    '[2001:db8::7]443',
    '[[2001:db8::7]]',
    '2001:db8::7::',
    'localhost',
    '203.0.113.7\0',
    '２０３.0.113.7',
    `${' '.repeat(5)}1.1.1.1${'x'.repeat(16_000)}`
  ])('does not know of %j where it came from', (forwardedFor) => {
    expect(behindTunnel(forwardedFor)).toBeNull()
  })

  it('is what the tunnel wrote last, whatever a sender wrote before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), ipv4, fc.option(port), (made, address, hasPort) => {
        const written = hasPort === null ? address : `${address}:${hasPort}`
        return behindTunnel(`${made},${written}`) === address
      })
    )
  })

  it('is either an address or nothing, and never throws', () => {
    const piece = fc.constantFrom('[', ']', ':', '::', '.', '"', '%', ',', '1', 'ffff', '255', '/', ' ')
    const almost = fc.array(fc.oneof(piece, ipv4, ipv6), { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (text) => {
        const source = behindTunnel(text)
        // What was read is what it would be read as again.
        return source === null || (behindTunnel(source) === source && /^[\da-f.:]+$/.test(source))
      }),
      { numRuns: 2_000 }
    )
  })

  it('is one and the same in each spelling', () => {
    fc.assert(
      fc.property(ipv4, ipv6, port, (four, six, at) => {
        const ofFour = [
          four,
          `${four}:${at}`,
          `::ffff:${four}`,
          mappedHex(four),
          `[${mappedHex(four)}]:${at}`
        ]
        const ofSix = [six, six.toUpperCase(), `[${six}]`, `[${six}]:${at}`, `"[${six}]"`]
        const read = (texts: readonly string[]) => new Set(texts.map(behindTunnel))
        return read(ofFour).size === 1 && read(ofFour).has(four) && read(ofSix).size === 1
      })
    )
  })

  it('is the peer where no proxy is, or where the peer is none', () => {
    const forwardedFor = '203.0.113.7'
    expect(readSource({ peer, forwardedFor, isProxy: networkCheck(() => []) })).toBe(peer)
    expect(readSource({ peer: '192.0.2.1', forwardedFor, isProxy })).toBe('192.0.2.1')
    expect(readSource({ peer: undefined, forwardedFor, isProxy })).toBeNull()
    for (const loopback of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(readSource({ peer: loopback, forwardedFor, isProxy })).toBe(forwardedFor)
  })
})

describe('sourceCheck', () => {
  const isIn = (list: readonly string[], source: string | null): boolean => sourceCheck(() => list)(source)

  it('takes all where there is no list, and no unknown one where there is', () => {
    expect(isIn([], null)).toBe(true)
    expect(isIn([], '203.0.113.7')).toBe(true)
    expect(isIn(['0.0.0.0/0', '::/0'], null)).toBe(false)
  })

  it.each([
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['203.0.113.7/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['0.0.0.0/0', '2001:db8::7', false],
    ['2001:db8::/32', '2001:db8:ffff::7', true],
    ['2001:db8::/32', '2001:db9::7', false],
    ['2001:DB8::7', '2001:db8::7', true],
    ['::/0', '2001:db8::7', true],
    ['::/0', '203.0.113.7', false],
    ['::ffff:203.0.113.7', '203.0.113.7', true],
    ['::ffff:203.0.113.0/120', '203.0.113.9', true],
    ['::ffff:203.0.113.0/120', '203.0.114.9', false],
    // What is no address lets nobody in.
    ['nonsense', '203.0.113.7', false],
    ['203.0.113.0/33', '203.0.113.0', false],
    ['203.0.113.0/x', '203.0.113.0', false],
    ['::ffff:0.0.0.0/64', '203.0.113.0', false]
  ])('of %s: is %s in it? %s', (entry, source, isAllowed) => {
    expect(isIn([entry], source)).toBe(isAllowed)
    expect(isIn(['192.0.2.1', entry, '2001:db8:1::/64'], source)).toBe(isAllowed)
  })

  it('has in a network what shares its first bits', () => {
    const near = fc.tuple(ipv4, fc.nat(32), fc.nat(32)).map(([address, bits, flipped]) => {
      const other = flipped === 0 ? numberOf(address) : (numberOf(address) ^ (1 << (flipped - 1))) >>> 0
      const source = [24, 16, 8, 0].map((shift) => (other >>> shift) & 255).join('.')
      return { address, bits, source }
    })
    fc.assert(
      fc.property(near, ({ address, bits, source }) => {
        const size = 2 ** (32 - bits)
        const isInside = Math.floor(numberOf(address) / size) === Math.floor(numberOf(source) / size)
        return isIn([`${address}/${bits}`], source) === isInside
      }),
      { numRuns: 1_000 }
    )
  })

  it('reads a list once', () => {
    let reads = 0
    const list = new Proxy(['203.0.113.7'], {
      get(target, key, receiver) {
        if (key === Symbol.iterator) reads += 1
        return Reflect.get(target, key, receiver)
      }
    })
    const check = sourceCheck(() => list)
    for (let turn = 0; turn < 5; turn += 1) expect(check('203.0.113.7')).toBe(true)
    expect(reads).toBe(1)
  })
})
