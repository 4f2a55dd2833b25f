/** Longer than any browser takes to begin a download; the address holds the whole file in memory until then. */
const keptMs = 60_000

/** Hands a file to the downloads of whoever shows the page. */
export function saveFile(
  name: string,
  parts: readonly (string | Uint8Array<ArrayBuffer>)[],
  type: string
): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
