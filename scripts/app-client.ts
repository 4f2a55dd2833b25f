import { type RawData, WebSocket } from 'ws'
import { z } from 'zod'
import type { WireAnswer } from '../src/shared/ipc/bridge.ts'
import type { EventChannel, RequestChannel } from '../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../src/shared/ipc/contract.ts'
import type { EventPayload } from '../src/shared/ipc/events.ts'

const frameSchema = z.union([
  z.object({ id: z.number(), answer: z.custom<WireAnswer>() }),
  z.object({ event: z.string(), payload: z.unknown() })
])

/** Stands where a page of the browser host stands: the same door, the same contract, without a screen. */
export interface AppClient {
  request<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>>
  /** Resolves with the first payload of the event, since the client was opened, that `isMeant`; each is given out once. */
  next<E extends EventChannel>(
    event: E,
    isMeant: (payload: EventPayload<E>) => boolean,
    limitMs?: number
  ): Promise<EventPayload<E>>
  close(): void
}

const readText = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString()

/** Opens the app at the one-time address that `npm start -- --browser --json` prints as `ui`. */
export async function openAppClient(ui: string): Promise<AppClient> {
  const login = await fetch(ui, { redirect: 'manual' })
  const cookie = login.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error('The app did not let this client in: its one-time address was used before.')
  const { origin, host } = new URL(ui)
  const socket = new WebSocket(`ws://${host}/bridge`, { headers: { cookie }, origin })
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))

  const answers = new Map<number, (answer: WireAnswer) => void>()
  const seen: { event: string; payload: unknown }[] = []
  const waiting = new Set<() => void>()
  let lastId = 0

  socket.on('message', (data) => {
    const frame = frameSchema.parse(JSON.parse(readText(data)))
    if ('id' in frame) {
      answers.get(frame.id)?.(frame.answer)
      answers.delete(frame.id)
    } else {
      seen.push(frame)
      for (const look of waiting) look()
    }
  })

  socket.on('close', () => {
    for (const settle of answers.values()) settle({ ok: false, code: 'closed', message: 'the app has ended' })
  })

  return {
    async request<C extends RequestChannel>(channel: C, args: RequestArgs<C>) {
      lastId += 1
      const id = lastId
      const answered = new Promise<WireAnswer>((resolve) => answers.set(id, resolve))
      socket.send(JSON.stringify({ id, channel, args }))
      const answer = await answered
      if (!answer.ok) throw new Error(`${channel}: ${answer.message}`)
      return answer.value as RequestResult<C>
    },
    next<E extends EventChannel>(event: E, isMeant: (payload: EventPayload<E>) => boolean, limitMs = 15_000) {
      return new Promise<EventPayload<E>>((resolve, reject) => {
        const look = (): void => {
          const at = seen.findIndex(
            (frame) => frame.event === event && isMeant(frame.payload as EventPayload<E>)
          )
          const [frame] = at === -1 ? [] : seen.splice(at, 1)
          if (!frame) return
          waiting.delete(look)
          clearTimeout(timer)
          resolve(frame.payload as EventPayload<E>)
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`nothing like it came within ${limitMs} ms`))
        }, limitMs)
        waiting.add(look)
        look()
      })
    },
    close: () => socket.close()
  }
}
