import type { WebSocket } from 'ws'
import { z } from 'zod'
import { parseJson } from '../../shared/parse-json.ts'
import type { Application } from '../core/application.ts'
import type { PageBroadcast } from '../core/ports.ts'

const requestFrame = z.object({ id: z.number().int(), channel: z.string(), args: z.unknown() })

/** The same contract as Electron's IPC over a WebSocket: `{id, channel, args}` in; `{id, answer}` and `{event, payload}` out. */
export interface WebSocketPages extends PageBroadcast {
  /** Serves one page. The caller has made sure that it is ours. */
  serve(socket: WebSocket, answer: Application['answer']): void
  count(): number
  closeAll(): void
}

export function createWebSocketPages(): WebSocketPages {
  const sockets = new Set<WebSocket>()
  return {
    publish(event, payload) {
      const frame = JSON.stringify({ event, payload })
      for (const socket of sockets) socket.send(frame)
    },
    serve(socket, answer) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => socket.terminate())
      socket.on('message', (data) => {
        // Whole messages come as Buffers, unless ws is told otherwise.
        if (Buffer.isBuffer(data)) void reply(socket, data.toString(), answer)
      })
    },
    count: () => sockets.size,
    closeAll() {
      for (const socket of sockets) socket.terminate()
    }
  }
}

async function reply(socket: WebSocket, text: string, answer: Application['answer']): Promise<void> {
  const frame = requestFrame.safeParse(parseJson(text))
  if (!frame.success) return socket.close(1003, 'Not a request')
  const { id, channel, args } = frame.data
  socket.send(JSON.stringify({ id, answer: await answer(channel, args) }))
}
