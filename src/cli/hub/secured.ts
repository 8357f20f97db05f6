import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import type { TlsOptions } from '@nats-io/nats-core'

/** What the client hands on to the layer below beside what its types name. */
interface Secured extends TlsOptions {
  readonly checkServerIdentity?: (name: string, certificate: PeerCertificate) => Error | undefined
  readonly rejectUnauthorized?: boolean
}

/**
 * The client secures a socket that is open already and forgets for which host: where that is an address of numbers the
 * certificate would be held against `localhost`.
 */
export const securedFor = (host: string): Secured => ({
  checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
})

/** Of the server that this process has just started on this machine nothing is to be proven. */
export const OWN_SERVER: Secured = { rejectUnauthorized: false }
