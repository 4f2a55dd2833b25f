import { isWaylandSession } from './wayland.ts'

/**
 * Whether a window can be put above others, and where: Wayland lets no program do that. A session of it counts unless the app was
 * told to go through X11; `ozonePlatform` is what its command line or environment says.
 */
export function hasAlwaysOnTop(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  ozonePlatform: string
): boolean {
  if (platform !== 'linux') return true
  if (ozonePlatform === 'x11' || ozonePlatform === 'wayland') return ozonePlatform === 'x11'
  return !isWaylandSession(platform, env)
}
