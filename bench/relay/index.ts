import { interleave, median, percentile } from '../interleave.ts'
import { type Office, openOffice } from './office.ts'

const tries = 7
/** Posted as fast as they are taken, so many for so many desktops: each is kept by all of them. */
const loads = [
  { desktops: 200, events: 1_000 },
  { desktops: 1_000, events: 200 }
] as const
const steady = { desktops: 1_000, eventsPerSecond: 20, seconds: 15 } as const
const limitMs = 100

/**
 * How webhooks come from one address to all desktops of a team: beside a durable consumer for each desktop, and beside a bare subscription
 * that stores nothing. Every desktop may read everything here, which is the most that one event can cost. Needs nats-server.
 */
export async function benchRelay(print: (line: object) => void): Promise<void> {
  const office = await openOffice()
  try {
    for (const { desktops, events } of loads) await compare(office, desktops, events, print)
    await hold(office, print)
  } finally {
    await office.close()
  }
  for (const { desktops } of loads) await weigh(desktops, print)
}

/** On a server that had nobody before: what it once took for others it would not take again. */
async function weigh(desktops: number, print: (line: object) => void): Promise<void> {
  const office = await openOffice()
  try {
    const beforeKiB = office.serverMemoryKiB()
    await office.connect('app', desktops)
    await office.post('app', 5, desktops)
    const value = (office.serverMemoryKiB() - beforeKiB) / desktops
    print({
      figure: `memory of the server for each of ${desktops} desktops`,
      value,
      unit: 'KiB',
      against: null,
      ratio: null
    })
    await office.disconnect()
  } finally {
    await office.close()
  }
}

async function compare(
  office: Office,
  desktops: number,
  events: number,
  print: (line: object) => void
): Promise<void> {
  const ledgerMs: number[] = []
  const serverUs: Record<'relay' | 'durable' | 'core', number[]> = { relay: [], durable: [], core: [] }
  const run = (way: keyof typeof serverUs) => async () => {
    await office.connect(way, desktops)
    // A connection's first message costs more than those after it.
    await office.post(way, 5, desktops)
    const beforeMs = office.serverCpuMs()
    const startedAtMs = performance.now()
    const kept = await office.post(way, events, desktops)
    const rate = (events / (performance.now() - startedAtMs)) * 1_000
    serverUs[way].push(((office.serverCpuMs() - beforeMs) * 1_000) / (events * desktops))
    if (way === 'relay') ledgerMs.push(...kept.ledgerMs)
    await office.disconnect()
    return [rate]
  }
  const variants = { relay: run('relay'), durable: run('durable'), core: run('core') }
  // What runs for the first time is compiled meanwhile.
  await interleave({ tries: 1, variants })
  for (const samples of [ledgerMs, ...Object.values(serverUs)]) samples.length = 0
  const rates = await interleave({ tries, variants })
  const others = { durable: 'a durable consumer each', core: 'a bare subscription' } as const
  const printBeside = (
    figure: string,
    unit: string,
    samples: Readonly<Record<keyof typeof serverUs, readonly number[]>>
  ) => {
    const value = median(samples.relay)
    for (const way of ['durable', 'core'] as const)
      print({ figure, value, unit, against: others[way], ratio: value / median(samples[way]) })
  }
  printBeside(`events to ${desktops} desktops`, '1/s', rates)
  printBeside(`the server's time for each delivery to ${desktops} desktops`, 'µs', serverUs)
  for (const share of [0.5, 0.99]) {
    const name = `POST to ledger in a burst, ${desktops} desktops, p${share * 100}`
    print({ figure: name, value: percentile(ledgerMs, share), unit: 'ms', against: null, ratio: null })
  }
}

async function hold(office: Office, print: (line: object) => void): Promise<void> {
  const { desktops, eventsPerSecond, seconds } = steady
  await office.connect('relay', desktops)
  await office.post('relay', 5, desktops)
  const { ledgerMs, othersMs } = await office.postSteadily(
    eventsPerSecond * seconds,
    eventsPerSecond,
    desktops
  )
  await office.disconnect()
  const load = `${eventsPerSecond} events/s to ${desktops} desktops`
  const printShare = (what: string, samples: readonly number[], share: number) => {
    const value = percentile(samples, share)
    const against = `the limit of ${limitMs} ms`
    print({
      figure: `${load}, POST to ${what}, p${share * 100}`,
      value,
      unit: 'ms',
      against,
      ratio: value / limitMs
    })
  }
  for (const share of [0.5, 0.99]) {
    printShare('ledger', ledgerMs, share)
    printShare('any desktop', othersMs, share)
  }
}
