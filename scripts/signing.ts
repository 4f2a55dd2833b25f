import type { Packaging } from './package-app.ts'

const signedBy: Readonly<Record<Packaging['system'], readonly string[]>> = {
  // deb, rpm and AppImage are trusted by where they come from and by SHA256SUMS.
  linux: [],
  mac: ['CSC_LINK', 'CSC_NAME'],
  win: ['WIN_CSC_LINK', 'CSC_LINK', 'VOICE360_AZURE_ENDPOINT']
}
const notarisedBy = ['APPLE_API_KEY', 'APPLE_ID', 'APPLE_KEYCHAIN_PROFILE']

/** Whether the environment names who speaks to Apple's notary. */
export const isNotarised = (env: NodeJS.ProcessEnv): boolean => notarisedBy.some((name) => env[name])

/** What a system will warn its user of, because the environment names nobody who signs. */
export function missingSignatures(system: Packaging['system'], env: NodeJS.ProcessEnv): readonly string[] {
  const names = signedBy[system]
  return [
    ...(names.length > 0 && !names.some((name) => env[name])
      ? [`The app is not signed: none of ${names.join(', ')} is set.`]
      : []),
    ...(system === 'mac' && !isNotarised(env)
      ? [`The app is not notarised: none of ${notarisedBy.join(', ')} is set.`]
      : [])
  ]
}
