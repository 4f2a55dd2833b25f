import { expect, test } from 'vitest'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { openTunnels } from '../../../src/main/tunnels/open-tunnels.ts'
import { recordTunnel } from './recorded-tunnel.ts'
import { canSeparateNetworks, openSeparateNetwork } from './separate-network.ts'
import { canServeSsh, freePort, startSshServer } from './ssh-server.ts'

const url = 'https://voice.example.com'

// By itself in its file: it takes ssh's twelve seconds.
test.skipIf(!canServeSsh)('a network that is cut without a word ends ssh within 15 seconds', async () => {
  // Where there can be no network to cut, the server falls silent: to ssh it is the same.
  const network = canSeparateNetworks() ? openSeparateNetwork() : null
  const server = await startSshServer(network ?? {})
  const tunnels = openTunnels({ clock: systemClock, sshArgs: ['-F', server.configFile] })
  const { told } = recordTunnel(tunnels, {
    choice: {
      kind: 'ssh',
      destination: server.destination,
      port: server.port,
      remotePort: await freePort(),
      url
    },
    secret: null,
    localPort: 9
  })
  await expect.poll(() => told, { timeout: 10_000 }).toEqual([{ up: url }])

  if (network) network.cut()
  else server.freeze()
  await expect
    .poll(() => told.slice(1), { timeout: 15_000, interval: 200 })
    .toEqual([
      {
        ended: {
          code: 'no-connection',
          detail: 'Timeout, server … not responding.'
        }
      }
    ])
})
