import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { retryDelayMs, WebSocketBridge } from '../../../../src/renderer/bridge/web-socket-bridge.ts'

class FakeSocket extends EventTarget {
  readyState = 0
  readonly sent: { readonly id: number; readonly channel: string; readonly args: unknown }[] = []

  send(frame: string): void {
    this.sent.push(JSON.parse(frame))
  }
  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  receive(frame: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }))
  }
  close(): void {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
}

const sockets: FakeSocket[] = []
const socketAt = (index: number): FakeSocket => {
  const socket = sockets[index]
  if (!socket) throw new Error(`No socket ${index} was opened`)
  return socket
}
const connect = () =>
  new WebSocketBridge(() => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket
  })

beforeEach(() => {
  vi.useFakeTimers()
  sockets.length = 0
})
afterEach(() => void vi.useRealTimers())

describe('WebSocketBridge', () => {
  it('keeps what is asked before the socket opens, and matches answers by id', async () => {
    const bridge = connect()
    const reach = bridge.request('reach:get-reach', {})
    const budget = bridge.request('reach:get-rate-budget', {})
    expect(socketAt(0).sent).toEqual([])
    socketAt(0).open()
    expect(socketAt(0).sent.map(({ channel }) => channel)).toEqual([
      'reach:get-reach',
      'reach:get-rate-budget'
    ])
    socketAt(0).receive({ id: 2, answer: { ok: true, value: null } })
    socketAt(0).receive({ id: 1, answer: { ok: false, code: 'bug', message: 'It broke.' } })
    await expect(budget).resolves.toBeNull()
    await expect(reach).rejects.toMatchObject({ code: 'bug', message: 'It broke.' })
  })

  it('rejects what was in flight when the socket closes, and what is asked while it is closed', async () => {
    const bridge = connect()
    socketAt(0).open()
    const inFlight = bridge.request('session:get-host', {})
    socketAt(0).close()
    await expect(inFlight).rejects.toMatchObject({ code: 'disconnected' })
    await expect(bridge.request('session:get-host', {})).rejects.toMatchObject({ code: 'disconnected' })
    expect(bridge.getState()).toBe('disconnected')
  })

  it('comes back by itself, says so, and repeats nothing', () => {
    const bridge = connect()
    const states: string[] = []
    bridge.onStateChange(() => states.push(bridge.getState()))
    socketAt(0).open()
    bridge.request('session:sign-out', { accountId: null }).catch(() => {})
    socketAt(0).close()
    vi.advanceTimersByTime(retryDelayMs(0))
    socketAt(1).close()
    vi.advanceTimersByTime(retryDelayMs(1) - 1)
    expect(sockets).toHaveLength(2)
    vi.advanceTimersByTime(1)
    socketAt(2).open()
    expect(states).toEqual(['disconnected', 'connected'])
    expect(socketAt(2).sent).toEqual([])
  })

  it('waits longer each time, but never longer than ten seconds', () => {
    expect([0, 1, 2, 3, 30].map(retryDelayMs)).toEqual([500, 1_000, 2_000, 4_000, 10_000])
  })

  it('passes events to those who listen, until they stop', () => {
    const bridge = connect()
    const listener = vi.fn<(cards: readonly unknown[]) => void>()
    const stop = bridge.subscribe('popup:cards-changed', listener)
    socketAt(0).receive({ event: 'popup:cards-changed', payload: [] })
    stop()
    socketAt(0).receive({ event: 'popup:cards-changed', payload: [] })
    expect(listener).toHaveBeenCalledExactlyOnceWith([])
  })
})
