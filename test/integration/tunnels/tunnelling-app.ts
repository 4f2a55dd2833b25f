import { argv, env } from 'node:process'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { openTunnels } from '../../../src/main/tunnels/open-tunnels.ts'
import type { OwnWayChoice } from '../../../src/shared/domain/tunnel.ts'

/** An app that opens the tunnel it is given, says what happens to it, a line each, and waits to be killed. */
const [, , choice = '', ...sshArgs] = argv
const say = (what: string) => (about: unknown) => console.log(what, JSON.stringify(about))
openTunnels({ clock: systemClock, env, sshArgs }).open(
  { choice: JSON.parse(choice) as OwnWayChoice, secret: null, localPort: 9 },
  { onUp: say('up'), onDown: say('down'), onEnded: say('ended') }
)
setInterval(() => undefined, 1_000)
