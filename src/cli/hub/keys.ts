import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nkeys } from '@nats-io/nats-core'
import { accountToken, operatorToken, userToken } from './tokens'

type KeyPair = ReturnType<typeof nkeys.createUser>

/** The keys of a hub that asks for tickets. Who has them can make tickets: they stay in its data folder. */
export interface HubKeys {
  readonly operator: KeyPair
  readonly system: KeyPair
  /** signs tickets */
  readonly issuer: KeyPair
  /** workspaces for which a ticket was made */
  readonly workspaces: readonly string[]
}

interface Kept {
  readonly operator: string
  readonly system: string
  readonly issuer: string
  readonly workspaces: readonly string[]
}

const fileIn = (data: string): string => join(data, 'keys.json')
const pairOf = (seed: string): KeyPair => nkeys.fromSeed(new TextEncoder().encode(seed))
const seedOf = (pair: KeyPair): string => new TextDecoder().decode(pair.getSeed())

/** Null where the hub is open: no ticket was ever made. */
export function readKeys(data: string): HubKeys | null {
  if (!existsSync(fileIn(data))) return null
  const { operator, system, issuer, workspaces } = JSON.parse(readFileSync(fileIn(data), 'utf8')) as Kept
  return { operator: pairOf(operator), system: pairOf(system), issuer: pairOf(issuer), workspaces }
}

/** The keys, made where there are none yet, with a workspace more. */
export function keysFor(data: string, workspace: string): HubKeys {
  mkdirSync(data, { recursive: true })
  const before = readKeys(data) ?? {
    operator: nkeys.createOperator(),
    system: nkeys.createAccount(),
    issuer: nkeys.createAccount(),
    workspaces: [],
  }
  const keys = { ...before, workspaces: [...new Set([...before.workspaces, workspace])] }
  const kept: Kept = {
    operator: seedOf(keys.operator),
    system: seedOf(keys.system),
    issuer: seedOf(keys.issuer),
    workspaces: keys.workspaces,
  }
  writeFileSync(fileIn(data), `${JSON.stringify(kept, null, 1)}\n`, { mode: 0o600 })
  return keys
}

/** What of the configuration lets in only who has a ticket. */
export function ticketedConfiguration({ operator, system, issuer }: HubKeys): string {
  const account = (pair: KeyPair, name: string): string =>
    `${pair.getPublicKey()}: ${accountToken(operator, pair.getPublicKey(), name)}`
  return [
    `operator: ${operatorToken(operator, system.getPublicKey())}`,
    'resolver: MEMORY',
    `resolver_preload: { ${account(system, 'system')}, ${account(issuer, 'cordon')} }`,
    `system_account: ${system.getPublicKey()}`,
  ].join('\n')
}

/** Credentials by which the hub itself makes the streams of its workspaces, for a minute. */
export function ownCredentials({ issuer }: HubKeys): { readonly jwt: string; readonly seed: Uint8Array } {
  const user = nkeys.createUser()
  const jwt = userToken(issuer, {
    ...{ user: user.getPublicKey(), name: 'hub', until: Date.now() + 60_000 },
    permissions: { pub: {}, sub: {} },
  })
  return { jwt, seed: user.getSeed() }
}
