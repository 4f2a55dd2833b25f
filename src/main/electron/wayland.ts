/** Whether the user's session is one of Wayland, whatever this app itself is drawn through. */
export const isWaylandSession = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean =>
  platform === 'linux' && env['XDG_SESSION_TYPE'] === 'wayland'
