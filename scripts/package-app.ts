import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type AfterPackContext, Arch, build, type Configuration, Platform } from 'electron-builder'
import { builderConfig, executableName } from '../electron-builder.config.ts'
import { buildApp } from './build-app.ts'
import { buildKeytar } from './build-keytar.ts'
import { checkFuses, type FusedApp, setFuses } from './fuses.ts'
import { problemsIn } from './package-contents.ts'
import { root } from './root.ts'
import { missingSignatures } from './signing.ts'

export interface Packaging {
  readonly system: 'linux' | 'mac' | 'win'
  /** Of the system's targets; empty for all of them, `dir` for the unpacked app alone. */
  readonly targets: readonly string[]
  /** Empty for this computer's. */
  readonly archs: readonly ('x64' | 'arm64')[]
  /** The folder of what is made. */
  readonly output: string
}

/** The system that this runs on, as electron-builder names it. */
export const thisSystem = (): Packaging['system'] =>
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'win' : 'linux'

interface PackedApp extends FusedApp {
  readonly archive: string
  readonly arch: string
}

/**
 * Builds the app and packages it; resolves with the paths of what was made, once each packaged app was read back: its fuses, and
 * what is in its archive.
 *
 * @throws Error where either is not as it should be
 */
export async function packageApp({ system, targets, archs, output }: Packaging): Promise<readonly string[]> {
  await buildApp()
  await buildKeytar()
  // Another Electron than the pinned one serves tests; what is shipped is never made with it.
  const isPinned = !process.env['VOICE360_ELECTRON']
  if (!isPinned) console.warn(`Packaging with ${process.env['VOICE360_ELECTRON']}: not to be shipped.`)
  const packed: PackedApp[] = []
  const config: Configuration = {
    ...builderConfig(process.env),
    afterExtract: removeOtherApps,
    // The last step before the signature.
    async afterPack(context) {
      const app = packedApp(context, isPinned)
      await setFuses(app)
      packed.push(app)
    }
  }
  const artifacts = await build({
    projectDir: root,
    publish: 'never',
    targets: targetsFor(system, targets, archs),
    config: { ...config, directories: { ...config.directories, output } }
  })
  for (const app of packed) {
    console.log(`${app.path}: ${(await checkFuses(app)).join(', ')}`)
    const problems = problemsIn(app.archive, app)
    if (problems.length > 0) throw new Error(`${app.archive}\n${problems.join('\n')}`)
  }
  for (const missing of missingSignatures(system, process.env)) console.warn(`\nUNSIGNED. ${missing}`)
  return [...artifacts, ...packed.map(({ path }) => path)]
}

function targetsFor(
  system: Packaging['system'],
  targets: readonly string[],
  archs: Packaging['archs']
): Map<Platform, Map<Arch, string[]>> {
  const platform = { linux: Platform.LINUX, mac: Platform.MAC, win: Platform.WINDOWS }[system]
  const chosen =
    archs.length > 0 ? archs.map((arch) => Arch[arch]) : [process.arch === 'arm64' ? Arch.arm64 : Arch.x64]
  return new Map([[platform, new Map(chosen.map((arch) => [arch, [...targets]]))]])
}

/** A distribution may bring an app of its own, which would be shipped beside this one. */
async function removeOtherApps({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  for (const name of ['app', 'default_app.asar'])
    rmSync(join(resources, name), { recursive: true, force: true })
}

function packedApp(context: AfterPackContext, isPinned: boolean): PackedApp {
  const { appOutDir, packager, electronPlatformName: platform, arch } = context
  const programs: Readonly<Record<string, string>> = {
    darwin: `${packager.appInfo.productFilename}.app`,
    win32: `${executableName}.exe`
  }
  const path = join(appOutDir, programs[platform] ?? executableName)
  if (!existsSync(path)) throw new Error(`${path} is not what was packaged`)
  return {
    path,
    platform,
    isPinned,
    archive: join(packager.getResourcesDir(appOutDir), 'app.asar'),
    arch: Arch[arch]
  }
}
