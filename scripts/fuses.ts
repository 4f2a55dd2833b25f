import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** What is switched in Electron's binary itself, before it is signed: nothing that starts the app can switch it back. */
const fusesFor = (platform: string) =>
  ({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron checks the archive on these two only.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true
  }) satisfies Record<FuseV1Options, boolean>

export interface FusedApp {
  /** The program, or the Mac's `.app`. */
  readonly path: string
  /** As Node names it. */
  readonly platform: string
  /** Whether it is the Electron of package.json, of which every fuse must be set; else an older one, which may lack some. */
  readonly isPinned: boolean
}

/** @throws Error where the pinned Electron has a fuse that is not set here, or lacks one */
export async function setFuses({ path, platform, isPinned }: FusedApp): Promise<void> {
  const version = FuseVersion.V1
  const resetAdHocDarwinSignature = platform === 'darwin'
  const fuses = fusesFor(platform)
  if (isPinned) {
    await flipFuses(path, { version, resetAdHocDarwinSignature, strictlyRequireAllFuses: true, ...fuses })
    return
  }
  const wire = await getCurrentFuseWire(path)
  const present = Object.entries(fuses).filter(([fuse]) => fuse in wire)
  const lacking = Object.keys(fuses).filter((fuse) => !(fuse in wire))
  if (lacking.length > 0) console.warn(`This Electron has no fuse ${lacking.map(nameOf).join(', ')}.`)
  await flipFuses(path, { version, resetAdHocDarwinSignature, ...Object.fromEntries(present) })
}

/**
 * Reads the fuses back from a packaged app and lists them as they are.
 *
 * @throws Error that names each that is not as it should be
 */
export async function checkFuses({ path, platform, isPinned }: FusedApp): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(path)
  const states = new Map(Object.entries(wire))
  const fuses = Object.entries(fusesFor(platform)).filter(([fuse]) => isPinned || states.has(fuse))
  const wrong = fuses.filter(
    ([fuse, isOn]) => states.get(fuse) !== (isOn ? FuseState.ENABLE : FuseState.DISABLE)
  )
  if (wrong.length > 0) {
    throw new Error(
      `Fuses of ${path} are not as they were set: ${wrong.map(([fuse]) => nameOf(fuse)).join(', ')}`
    )
  }
  return fuses.map(([fuse, isOn]) => `${nameOf(fuse)} ${isOn ? 'on' : 'off'}`)
}

const nameOf = (fuse: string): string => FuseV1Options[Number(fuse)] ?? fuse
