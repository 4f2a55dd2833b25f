import { isBuiltin } from 'node:module'
import { extractFile, listPackage } from '@electron/asar'

export interface PackagedFor {
  /** As Node names them. */
  readonly platform: string
  readonly arch: string
}

/** The files of an archive, `/`-separated, without its folders. */
export function filesIn(archive: string): readonly string[] {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))
  return paths.filter((path) => !folders.has(path))
}

/** What is wrong with an archive: what must not be in it, and what is missing. */
export function problemsIn(archive: string, packagedFor: PackagedFor): readonly string[] {
  const files = filesIn(archive)
  const scripts = files.filter((file) => /^out\/(main|preload)\/.*\.cjs$/.test(file))
  const required = scripts.flatMap((file) => requiredBy(extractFile(archive, file).toString()))
  return [...unwantedFiles(files, packagedFor), ...missingFiles(files, required, packagedFor)]
}

const topLevel = /^(package\.json$|out\/|resources\/|node_modules\/)/

/** Sources, tests, source maps, and native code of another system. */
export function unwantedFiles(files: readonly string[], { platform, arch }: PackagedFor): readonly string[] {
  const isNativeOfAnother = (file: string) =>
    file.endsWith('.node') &&
    !file.endsWith('keytar.node') &&
    !new RegExp(`\\b${platform}-${arch}\\b`).test(file)
  return files
    .filter(
      (file) =>
        !topLevel.test(file) ||
        /(\.map|\.tsx?|\.[ch]pp|\.gyp|\.desktop)$/.test(file) ||
        isNativeOfAnother(file)
    )
    .map((file) => `${file} is not to be shipped`)
}

/** Packages that the bundles require, and native code without which a part of the app does not work. */
export function missingFiles(
  files: readonly string[],
  required: readonly string[],
  { platform, arch }: PackagedFor
): readonly string[] {
  const packages = new Set(required.map(packageOf))
  const hasNative = (name: string) =>
    files.some(
      (file) => file.includes(`/${name}`) && file.endsWith('.node') && file.includes(`${platform}-${arch}`)
    )
  return [
    ...[...packages]
      .filter((name) => !files.includes(`node_modules/${name}/package.json`))
      .map((name) => `${name} is required and not shipped`),
    ...['better-sqlite3-multiple-ciphers', 'keyring', 'ngrok']
      .filter((name) => !hasNative(name))
      .map(
        (name) =>
          `${name} has no native code for ${platform}-${arch}: install on that system, or with npm's --os and --cpu`
      )
  ]
}

/** What a bundle requires or imports of other packages as it runs; a template, from which ajv would write code, does not run. */
export const requiredBy = (script: string): readonly string[] =>
  [...script.matchAll(/(?<!`)\b(?:require|import)\("([^".][^"]*)"[),]/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'electron' && !isBuiltin(name))

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
