import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes a folder that its owner alone can look into; rejects where there is something in it already. */
export async function makeEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const present = await readdir(folder)
  if (present.length > 0) throw new Error(`${folder} is not empty: nothing is written over.`)
}

/** Writes new files that their owner alone can read. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(
    Object.entries(files).map(([name, text]) =>
      writeFile(join(folder, name), text, { mode: 0o600, flag: 'wx' })
    )
  )
}
