/** Where the policy is, and whose it has to be. */
export interface PolicyPlace {
  readonly path: string
  /** The user ids that may own the file and its folder; null where the system has no such thing to ask (Windows). */
  readonly owners: readonly number[] | null
}

const root = 0

/**
 * The one file of a system. No variable of the environment leads elsewhere, not even %ProgramData%: whoever starts the app could
 * set it. `standIn`, where it is not null, takes its place for tests and development, and may be the user's own.
 */
export function policyPlace(
  platform: NodeJS.Platform,
  standIn: string | null,
  userId: number | undefined = process.getuid?.()
): PolicyPlace {
  if (standIn === null) return { path: machinePath(platform), owners: platform === 'win32' ? null : [root] }
  return { path: standIn, owners: userId === undefined ? null : [root, userId] }
}

function machinePath(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'C:\\ProgramData\\Voice360 Companion\\policy.json'
  if (platform === 'darwin') return '/Library/Application Support/Voice360 Companion/policy.json'
  return '/etc/voice360-companion/policy.json'
}
