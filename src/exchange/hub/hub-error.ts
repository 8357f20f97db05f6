/** What a person is told when a hub cannot be met. */
export type HubFault =
  /** nobody answers at the address */
  | 'unreachable'
  /** it was there and answers no more */
  | 'lost'
  /** its certificate is not one that this machine trusts for that address, or it has none */
  | 'untrusted'
  /** it does not let this machine in, or not do this */
  | 'refused'
  /** the ticket has ended */
  | 'ended'
  /** its disk is full */
  | 'full'
  /** what answers is no hub: nothing is kept there */
  | 'not-hub'
  /** an event is longer than it takes */
  | 'too-long'
  | 'failed'

/** The hub could not be met. Everything is on this machine, and the next meeting goes on from there. */
export class HubError extends Error {
  override readonly name = 'HubError'
  constructor(
    readonly code: HubFault,
    cause: unknown,
  ) {
    super(`${code}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

const BY_NAME: Readonly<Record<string, HubFault>> = {
  AuthorizationError: 'refused',
  PermissionViolationError: 'refused',
  UserAuthenticationExpiredError: 'ended',
  ConnectionError: 'unreachable',
  ClosedConnectionError: 'lost',
  DrainingConnectionError: 'lost',
  TimeoutError: 'lost',
  RequestError: 'lost',
  NoRespondersError: 'not-hub',
  JetStreamNotEnabled: 'not-hub',
}

/** Insufficient resources, storage exceeded, a store that could not be written: what the server says of a full disk. */
const FULL: ReadonlySet<number> = new Set([10_023, 10_028, 10_047, 10_077])

/** Codes of the layer that secures a connection. */
const UNTRUSTED = /^ERR_(TLS|SSL)_|CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/

/** What went wrong, as the client of the hub names it. */
export function hubError(cause: unknown): HubError {
  if (cause instanceof HubError) return cause
  const { name = '', code, message = '' } = cause as { name?: string; code?: unknown; message?: string }
  if (typeof code === 'number' && FULL.has(code)) return new HubError('full', cause)
  if (typeof code === 'string' && UNTRUSTED.test(code)) return new HubError('untrusted', cause)
  if (/'tls'/.test(message)) return new HubError('untrusted', cause)
  if (name === 'RequestError' && (cause as Error).cause) return hubError((cause as Error).cause)
  if (/payload/i.test(message) && name === 'InvalidArgumentError') return new HubError('too-long', cause)
  return new HubError(BY_NAME[name] ?? 'failed', cause)
}

/** Runs what asks a hub. */
export async function asking<Value>(task: () => Promise<Value>): Promise<Value> {
  try {
    return await task()
  } catch (cause) {
    throw hubError(cause)
  }
}
