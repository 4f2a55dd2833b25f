import type { StreamMessage, TeamConnection } from '../ports.ts'
import type { StreamProgress } from './stream-progress.ts'
import type { LiveStream } from './subjects.ts'

interface WhatToRead {
  readonly connection: Pick<TeamConnection, 'readStream'>
  readonly stream: LiveStream
  /** The number of the newest message of each filter. */
  readonly ends: ReadonlyMap<string, number>
  readonly progress: StreamProgress
}

interface StoredMessage {
  readonly message: StreamMessage
  /** Nothing else that fits a filter has a number up to this one. */
  readonly completeTo: number
}

interface Source {
  readonly filter: string
  readonly iterator: AsyncIterator<StreamMessage>
}

/**
 * Reads what of each filter was not read before as if it were one: in the order of the stream, and what fits more than one of them once. It
 * rejects where a replica that lags ends before the newest message that is known.
 */
export function readStored({ connection, stream, ends, progress }: WhatToRead) {
  const readTo = new Map(Array.from(ends.keys(), (filter) => [filter, progress.readTo(filter)]))
  const readOf = (filter: string): number => readTo.get(filter) ?? 0

  async function* readFilter(filter: string, end: number): AsyncGenerator<StreamMessage> {
    let last = readOf(filter)
    for await (const message of connection.readStream(stream, filter, last + 1)) {
      last = message.seq
      yield message
    }
    if (last < end) throw new Error(`Of what is stored up to ${end}, nothing was told after ${last}.`)
    readTo.set(filter, last)
  }

  async function* merge(sources: readonly Source[]): AsyncGenerator<StoredMessage> {
    const heads = await Promise.all(
      sources.map(async ({ filter, iterator }) => ({ filter, iterator, next: await iterator.next() }))
    )
    for (;;) {
      const open = heads.flatMap(({ filter, next }) =>
        next.done === true ? [] : [{ filter, message: next.value }]
      )
      const [first] = open.toSorted((one, other) => one.message.seq - other.message.seq)
      if (first === undefined) return
      const { message } = first
      const others = Array.from(readTo).filter(([filter]) => open.every((each) => each.filter !== filter))
      const completeTo = Math.min(message.seq, ...others.map(([, seq]) => seq))
      if (!progress.isHere(message.seq)) yield { message, completeTo }
      for (const head of heads)
        if (head.next.done !== true && head.next.value.seq === message.seq)
          head.next = await head.iterator.next()
    }
  }

  async function* messages(): AsyncGenerator<StoredMessage> {
    const news = Array.from(ends).filter(([filter, end]) => end > readOf(filter))
    const sources = news.map(([filter, end]) => ({ filter, iterator: readFilter(filter, end) }))
    try {
      yield* merge(sources)
    } finally {
      await Promise.allSettled(sources.map(({ iterator }) => iterator.return(undefined)))
    }
  }

  return {
    messages: messages(),
    /** Up to which number each filter was read. */
    ends: (): ReadonlyMap<string, number> => readTo
  }
}
