/** The same numbers for the same seed (mulberry32), so that every run searches the same rows. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const common =
  'the to you a i and is for in of it on your we have that will be this me can please at with thanks my thank are call so if not just tomorrow order appointment invoice back or do hello yes ok no know an all any another and time when today delivery'.split(
    ' '
  )
const syllables =
  'ba be bi bo bu ca ce co da de di do fa fe fi fo ga ge go ha he hi ho ka ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo an en in on ar er or'.split(
    ' '
  )

/** Words as often as in a language (Zipf's law), the commonest of them English; 4 to 19 of them are a message. */
export function createWriter(random: () => number) {
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)]
    if (one === undefined) throw new Error('Nothing to pick from')
    return one
  }
  const made = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('')
  const words = [...common, ...Array.from({ length: 30_000 }, made)]
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'the'
  const names = Array.from({ length: 5_000 }, made)
  const name = (): string => names[Math.floor(names.length ** random()) - 1] ?? 'ba'
  return {
    word,
    name: () => `${name()} ${name()}`,
    company: () => `${name()} Ltd`,
    message: () => Array.from({ length: 4 + Math.floor(random() * 16) }, word).join(' '),
    number: () => `+1${String(Math.floor(2e9 + random() * 8e9))}`
  }
}
