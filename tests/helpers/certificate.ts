import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Can a certificate be made on this machine? */
export const hasOpenSsl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenSsl) console.warn('openssl is not installed: what needs a certificate is skipped')

/** A certificate for 127.0.0.1 that signs itself, and its key, made in the folder. */
export function makeCertificate(folder: string): { readonly cert: string; readonly key: string } {
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name)) as [string, string]
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=hub.local'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
  ])
  if (status !== 0) throw new Error(String(stderr))
  return { cert, key }
}
