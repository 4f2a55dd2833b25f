const earliestMs = Date.UTC(2000, 0)
const latestMs = Date.UTC(2100, 0)

/** Epoch milliseconds from epoch seconds (API document, "Example Webhook Payload"), milliseconds or ISO 8601; null for all else. */
export function readEventTime(value: unknown): number | null {
  const atMs =
    typeof value === 'number' ? fromEpoch(value) : typeof value === 'string' ? fromText(value) : NaN
  return atMs >= earliestMs && atMs < latestMs ? Math.round(atMs) : null
}

// Seconds reach 1e11 in the year 5138, milliseconds passed it in 1973.
const fromEpoch = (epoch: number): number => (epoch < 1e11 ? epoch * 1000 : epoch)

function fromText(text: string): number {
  const trimmed = text.trim()
  if (/^\d+(\.\d+)?$/.test(trimmed)) return fromEpoch(Number(trimmed))
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(trimmed)) return NaN
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(trimmed)
  return Date.parse(hasZone ? trimmed : `${trimmed.replace(' ', 'T')}Z`)
}
