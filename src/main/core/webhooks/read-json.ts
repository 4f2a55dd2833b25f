const maxDepth = 16

export type ReadJson =
  | { readonly outcome: 'json'; readonly value: unknown }
  | { readonly outcome: 'unreadable'; readonly why: string }

/** JSON from outside: nothing nested so deep that whoever walks it runs out of stack. */
export function readJson(text: string): ReadJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { outcome: 'unreadable', why: 'The body is not valid JSON.' }
  }
  if (isDeeperThan(value, maxDepth)) {
    return { outcome: 'unreadable', why: `The body is nested deeper than ${maxDepth} levels.` }
  }
  return { outcome: 'json', value }
}

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || hasDeeperChild(value, levels - 1))

function hasDeeperChild(parent: object, levels: number): boolean {
  for (const child of Object.values(parent)) if (isDeeperThan(child, levels)) return true
  return false
}
