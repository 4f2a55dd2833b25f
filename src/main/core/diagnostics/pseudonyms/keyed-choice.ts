import { createHmac } from 'node:crypto'

/** Numbers that follow from a key and a text alone: nobody without the key can tell the text by them. */
export interface KeyedChoice {
  /** A number from 0 on, below `count`. */
  below(count: number): number
  /** One of the characters of `choices`. */
  of(choices: string): string
}

const bytesPerNumber = 4

/** @param attempt other numbers for each, where the first ones led to something that is taken */
export function keyedChoice(key: Uint8Array, text: string, attempt: number): KeyedChoice {
  let block = 0
  let bytes = Buffer.alloc(0)
  const below = (count: number): number => {
    if (bytes.length < bytesPerNumber) {
      bytes = createHmac('sha256', key).update(`${block} ${attempt} ${text}`).digest()
      block += 1
    }
    const number = bytes.readUInt32BE(0)
    bytes = bytes.subarray(bytesPerNumber)
    return number % count
  }
  return { below, of: (choices) => choices.charAt(below(choices.length)) }
}
