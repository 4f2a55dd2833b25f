import { type Point, screen } from 'electron'

const everyMs = 16
/** Where the end of a drag is lost, because the page died, it ends by itself. */
const longestMs = 30_000

/**
 * Tells where the pointer is, again and again, until the returned function is called. By hand, since no window manager moves a
 * window that it does not manage, and the pop-up is one.
 */
export function followPointer(onMoved: (to: Point) => void): () => void {
  const look = (): void => onMoved(screen.getCursorScreenPoint())
  const timer = setInterval(look, everyMs)
  const limit = setTimeout(() => clearInterval(timer), longestMs)
  return () => {
    clearInterval(timer)
    clearTimeout(limit)
    look()
  }
}
