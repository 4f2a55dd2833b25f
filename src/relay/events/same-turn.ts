/**
 * Resolves once all is read that has come by now. What is sent to NATS by everybody who waits for the same turn goes out in one write:
 * in a burst that is half the server's reads, and it writes to each desktop once for several events.
 */
export function sameTurn(): () => Promise<void> {
  let turn: Promise<void> | null = null
  return () => {
    turn ??= new Promise((resolve) =>
      setImmediate(() => {
        turn = null
        resolve()
      })
    )
    return turn
  }
}
