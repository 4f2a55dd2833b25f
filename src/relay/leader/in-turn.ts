/** Does one thing after the other; of several that come while one is done only the newest is done next. */
export function newestInTurn<T>(work: (value: T) => Promise<void>): (value: T) => void {
  let waiting: { readonly value: T } | null = null
  let isBusy = false

  async function go(): Promise<void> {
    isBusy = true
    while (waiting !== null) {
      const { value } = waiting
      waiting = null
      await work(value)
    }
    isBusy = false
  }

  return (value) => {
    waiting = { value }
    if (!isBusy) void go()
  }
}
