import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** Where a program is looked for. */
export interface ProgramPlaces {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** Where installers put programs, looked through after PATH: an app that a desktop starts has a shorter PATH than a terminal. */
  readonly folders: readonly string[]
}

/** The whole path of the first such program that may be executed; null where there is none. */
export async function findProgram(
  name: string,
  { env, platform, folders }: ProgramPlaces
): Promise<string | null> {
  const paths = platform === 'win32' ? win32 : posix
  const file = platform === 'win32' ? `${name}.exe` : name
  const onPath = (env['PATH'] ?? env['Path'] ?? '').split(paths.delimiter)
  // A relative folder on PATH is another one wherever the app is started.
  for (const folder of [...onPath, ...folders].filter((place) => paths.isAbsolute(place))) {
    const path = paths.join(folder, file)
    if (await isExecutable(path)) return path
  }
  return null
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** The folders in which cloudflared and ssh are put on this kind of system. */
export function usualFolders(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA, SystemRoot } = env
    return [
      ...[ProgramFiles, env['ProgramFiles(x86)']].flatMap((folder) =>
        folder ? [`${folder}\\cloudflared`, `${folder}\\OpenSSH`] : []
      ),
      ...(LOCALAPPDATA ? [`${LOCALAPPDATA}\\Microsoft\\WinGet\\Links`] : []),
      ...(SystemRoot ? [`${SystemRoot}\\System32\\OpenSSH`] : [])
    ]
  }
  const own = posix.join(env['HOME'] || homedir(), '.local', 'bin')
  const everywhere = ['/usr/local/bin', '/usr/bin', '/bin', own]
  return platform === 'darwin'
    ? ['/opt/homebrew/bin', '/opt/local/bin', ...everywhere]
    : [...everywhere, '/snap/bin', '/home/linuxbrew/.linuxbrew/bin']
}
