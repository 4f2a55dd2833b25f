import { describe, expect, test } from 'vitest'
import { readSshLine } from '../../../../src/main/tunnels/ssh-log.ts'

const read = (line: string) => readSshLine(line, 9000)

test('it is up when the server listens on the very port', () => {
  expect(read('debug1: remote forward success for: listen 127.0.0.1:9000, connect 127.0.0.1:8080')).toEqual({
    kind: 'forwarded'
  })
  expect(read('debug1: remote forward success for: listen 127.0.0.1:9001, connect 127.0.0.1:8080')).toBeNull()
})

describe('What went wrong', () => {
  test.each([
    [
      'No ED25519 host key is known for [127.0.0.1]:2222 and you have requested strict checking.',
      'unknown-host-key',
      'No ED25519 host key is known for … and you have requested strict checking.'
    ],
    ['Host key verification failed.', 'unknown-host-key', 'Host key verification failed.'],
    [
      '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @',
      'unknown-host-key',
      'REMOTE HOST IDENTIFICATION HAS CHANGED!'
    ],
    ['agent@pbx.example: Permission denied (publickey).', 'refused', 'Permission denied (publickey).'],
    [
      'Received disconnect from 192.0.2.7 port 22:2: Too many authentication failures',
      'refused',
      'Received disconnect from 192.0.2.7 port 22:2: Too many authentication failures'
    ],
    [
      'Error: remote port forwarding failed for listen port 9000',
      'remote-port-taken',
      'remote port forwarding failed for listen port 9000'
    ],
    [
      'ssh: Could not resolve hostname pbx.example: Name or service not known',
      'no-connection',
      'Could not resolve hostname …: Name or service not known'
    ],
    [
      'ssh: Could not resolve hostname pbx.example: Temporary failure in name resolution',
      'no-network',
      'Could not resolve hostname …: Temporary failure in name resolution'
    ],
    [
      'ssh: connect to host 192.0.2.7 port 22: Connection timed out',
      'no-connection',
      'connect to host … port 22: Connection timed out'
    ],
    [
      'ssh: connect to host 192.0.2.7 port 22: Network is unreachable',
      'no-network',
      'connect to host … port 22: Network is unreachable'
    ],
    ['Timeout, server pbx.example not responding.', 'no-connection', 'Timeout, server … not responding.'],
    [
      'kex_exchange_identification: Connection closed by remote host',
      'no-connection',
      'kex_exchange_identification: Connection closed by remote host'
    ],
    ['Connection to pbx.example closed by remote host.', 'ended', 'Connection to … closed by remote host.']
  ])('%s', (line, code, detail) => {
    expect(read(line)).toEqual({ kind: 'trouble', trouble: { code, detail } })
  })

  test.each([
    'debug1: connect to address 192.0.2.7 port 22: Connection refused',
    'debug1: Authentications that can continue: publickey',
    'OpenSSH_9.2p1 Debian-2+deb12u10, OpenSSL 3.0.19 27 Jan 2026',
    'Welcome. This system is monitored.',
    ''
  ])('says nothing: %s', (line) => {
    expect(read(line)).toBeNull()
  })
})
