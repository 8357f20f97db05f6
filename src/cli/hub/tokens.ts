import { randomBytes } from 'node:crypto'
import type { nkeys } from '@nats-io/nats-core'

type KeyPair = ReturnType<typeof nkeys.createUser>

const UNLIMITED = { subs: -1, data: -1, payload: -1 }

const urlSafe = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')

interface Claims {
  readonly subject: string
  readonly name: string
  /** ms; null: without end */
  readonly until: number | null
  readonly nats: Readonly<Record<string, unknown>>
}

/** A token as nats-server reads it: claims signed by whoever issues it. */
function token(issuer: KeyPair, { subject, name, until, nats }: Claims): string {
  const claims = {
    ...{ jti: randomBytes(16).toString('hex').toUpperCase(), iat: Math.floor(Date.now() / 1_000) },
    ...{ iss: issuer.getPublicKey(), sub: subject, name },
    ...(until === null ? {} : { exp: Math.floor(until / 1_000) }),
    nats: { ...nats, version: 2 },
  }
  const text = `${urlSafe(JSON.stringify({ typ: 'JWT', alg: 'ed25519-nkey' }))}.${urlSafe(JSON.stringify(claims))}`
  return `${text}.${urlSafe(issuer.sign(new TextEncoder().encode(text)))}`
}

export const operatorToken = (operator: KeyPair, system: string): string =>
  token(operator, {
    ...{ subject: operator.getPublicKey(), name: 'cordon', until: null },
    nats: { type: 'operator', system_account: system },
  })

export const accountToken = (operator: KeyPair, account: string, name: string): string =>
  token(operator, {
    ...{ subject: account, name, until: null },
    nats: {
      type: 'account',
      limits: {
        ...{ ...UNLIMITED, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 },
        ...(name === 'system' ? {} : { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 }),
      },
      default_permissions: { pub: {}, sub: {} },
    },
  })

export interface Permissions {
  readonly pub: { readonly allow?: readonly string[] }
  readonly sub: { readonly allow?: readonly string[] }
}

export const userToken = (
  account: KeyPair,
  {
    user,
    name,
    until,
    permissions,
  }: {
    readonly user: string
    readonly name: string
    readonly until: number | null
    readonly permissions: Permissions
  },
): string =>
  token(account, { subject: user, name, until, nats: { type: 'user', ...UNLIMITED, ...permissions } })
