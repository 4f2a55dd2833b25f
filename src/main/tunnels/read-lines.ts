/** Longer lines are cut: nothing that is looked for stands so far to the right. */
const longestLine = 4_096

/** Takes a text as it comes, in pieces, and gives its lines one by one; never holds more than one, nor more of it than the limit. */
export function createLineReader(
  onLine: (line: string) => void,
  limit: number = longestLine
): { push(piece: string): void; end(): void } {
  let line = ''
  const take = (text: string) => {
    line += text.slice(0, Math.max(0, limit - line.length))
  }
  const tell = () => {
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
    line = ''
  }
  return {
    push(piece) {
      const parts = piece.split('\n')
      const last = parts.pop() ?? ''
      for (const part of parts) {
        take(part)
        tell()
      }
      take(last)
    },
    end() {
      if (line !== '') tell()
    }
  }
}
