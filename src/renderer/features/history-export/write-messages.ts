import type { Message, MessageCursor, Thread } from '../../../shared/domain/message.ts'
import { byteOrderMark, csvOf, guardStart } from './csv.ts'
import { messageCells, messageColumns, messageRow, messagesFormat } from './message-rows.ts'
import type { ExportOrder, WrittenFile } from './write-history.ts'

interface MessageExportOrder extends ExportOrder {
  /** The threads whose messages are exported. */
  readonly threads: readonly Thread[]
}

/** The contract's most. */
const messagesPerPage = 500

/**
 * Every message of the threads, thread by thread, oldest first, as the parts of a file. It rejects, with nothing written, where a
 * page cannot be read or the signal aborts.
 */
export async function writeMessages(order: MessageExportOrder): Promise<WrittenFile> {
  const { threads, format } = order
  const pages: string[] = []
  let count = 0
  for (const thread of threads) {
    const read = await readThread(order, thread, count)
    pages.push(...read.pages)
    count += read.count
  }
  if (format === 'csv') return { parts: [byteOrderMark + csvOf([messageColumns]), ...pages], count }
  const { format: name, version } = messagesFormat
  const opening = `{"format":${JSON.stringify(name)},"version":${version},"messages":[`
  return {
    parts: [opening, ...pages.flatMap((page, index) => [index > 0 ? ',\n' : '\n', page]), '\n]}\n'],
    count
  }
}

/** The pages of a thread as they are written, oldest first: they are read from the newest back. */
async function readThread(
  { bridge, format, timeZone, signal, onProgress }: ExportOrder,
  thread: Thread,
  countBefore: number
): Promise<{ readonly pages: readonly string[]; readonly count: number }> {
  const pages: string[] = []
  let count = 0
  let before: MessageCursor | null = null
  do {
    const page: readonly Message[] = await bridge.request('messages:list-messages', {
      threadId: thread.id,
      before,
      limit: messagesPerPage
    })
    signal.throwIfAborted()
    const [oldest] = page
    if (!oldest) break
    const rows = page.map((message) => messageRow(thread, message, timeZone))
    pages.unshift(
      format === 'csv'
        ? csvOf(
            rows.map((row) => messageCells(row, thread.other.name)),
            guardStart
          )
        : rows.map((row) => JSON.stringify(row)).join(',\n')
    )
    count += page.length
    onProgress(countBefore + count)
    before = page.length === messagesPerPage ? { atMs: oldest.atMs, id: oldest.id } : null
  } while (before !== null)
  return { pages, count }
}
