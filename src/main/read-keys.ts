import { text } from 'node:stream/consumers'

/** The API keys on standard input, one a line. They are asked for there and not in arguments, which every process can read. */
export async function readKeys(input: NodeJS.ReadableStream): Promise<readonly string[]> {
  const lines = (await text(input)).split('\n')
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
