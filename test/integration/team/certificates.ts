import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

/** An authority of our own, and a certificate of it for `localhost` alone. */
export interface Certificates {
  readonly authority: string
  readonly certificateFile: string
  readonly keyFile: string
}

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string): string => join(folder, name)
  function openssl(...args: readonly string[]): void {
    const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const newKey = (name: string) =>
    ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file(name)] as const
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost')
  openssl('req', '-x509', ...newKey('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Team', '-days', '2')
  openssl('req', ...newKey('server.key'), '-out', file('server.csr'), '-subj', '/CN=localhost')
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2'] as const
  const names = ['-extfile', file('names')] as const
  openssl('x509', '-req', '-in', file('server.csr'), ...signed, ...names, '-out', file('server.pem'))
  return {
    authority: readFileSync(file('ca.pem'), 'utf8'),
    certificateFile: file('server.pem'),
    keyFile: file('server.key')
  }
}
