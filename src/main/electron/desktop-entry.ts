/** The keys of each group of a desktop file, in the file's order. */
export type DesktopEntry = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Reads a desktop file (Desktop Entry Specification, "Basic format of the file"); what is no key of a group is passed over. */
export function parseDesktopEntry(text: string): DesktopEntry {
  const groups = new Map<string, Map<string, string>>()
  let group: Map<string, string> | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, name] = /^\[([^[\]]+)\]\s*$/.exec(line) ?? []
    if (name !== undefined) {
      group = groups.get(name) ?? new Map()
      groups.set(name, group)
      continue
    }
    const [, key, value] = /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) group?.set(key, value)
  }
  return Object.fromEntries([...groups].map(([name, keys]) => [name, Object.fromEntries(keys)]))
}

/** What `Exec` says to start a program with these words (Desktop Entry Specification, "The Exec key"). */
export const execOf = (words: readonly string[]): string => words.map(quoted).join(' ')

// Twice: a quoted word escapes four characters, and then the value is a string, in which a backslash is two. A "%" begins a field code.
const quoted = (word: string): string => {
  const escaped = word.replaceAll('%', '%%')
  if (/^[\w@+=:,./%-]+$/.test(word)) return escaped
  return `"${escaped.replace(/["`$\\]/g, '\\$&')}"`
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
}
