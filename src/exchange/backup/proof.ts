import type { Instant } from '#geo'
import { fold } from '../../log/fold/fold'
import type { Register } from '../../log/fold/register'
import { stateDigest } from '../../log/fold/state-digest'
import { headOf, inOrder } from '../../log/order'
import { type Fault, verify } from '../../log/verify'
import { type FileFault, readExchangeFile } from '../file/exchange-file'
import type { Held } from '../meet'
import type { Heads } from '../port'

/** That a backup opened: it was read back, every event and segment held against its hash, and folded to the same state. */
export interface BackupProof {
  readonly at: Instant
  readonly name: string
  /** a folder that was chosen, or a file that was handed over to be kept */
  readonly way: 'folder' | 'file'
  readonly bytes: number
  readonly events: number
  /** of the log */
  readonly head: string | null
  /** of every device */
  readonly heads: Heads
  /** digest of the register that its log folds to */
  readonly state: string
}

/** Why what was written is no backup. */
export type UnprovenCode =
  /** it cannot be read back as a whole */
  | FileFault
  /** it lies there no more, or in another length */
  | 'not-there'
  /** an event or a segment of it is not what its hash says, and was in the log */
  | 'fault'
  /** its head, or the state that it folds to, is another than the log's */
  | 'other-head'
  | 'other-state'

export interface Unproven {
  readonly code: UnprovenCode
  readonly seen: string
}

/** What a backup has to come back as. */
export interface Expected {
  readonly head: string | null
  readonly state: string
  /** what the log itself is at odds about is so in its backup too */
  readonly faults: ReadonlySet<string>
}

export function expectedOf({ events, blocks }: Held, register?: Register): Expected {
  return {
    head: headOf(inOrder(events)),
    state: stateDigest(register ?? fold(events, blocks, { known: null })),
    faults: faultsIn({ events, blocks }),
  }
}

/** Opens what was written as a stranger would. Null where it came back as the log is. */
export async function unproven(
  name: string,
  bytes: Uint8Array | null,
  expected: Expected,
): Promise<Unproven | null> {
  if (!bytes) return { code: 'not-there', seen: name }
  const answer = await readExchangeFile({ path: name, bytes })
  if (!answer.ok) return { code: answer.code, seen: answer.seen }
  const { events, blocks } = answer.read
  const fault = [...faultsIn({ events, blocks })].find((one) => !expected.faults.has(one))
  if (fault !== undefined) return { code: 'fault', seen: fault }
  const head = headOf(inOrder(events))
  if (head !== expected.head) return { code: 'other-head', seen: String(head) }
  const state = stateDigest(fold(events, blocks, { known: null }))
  return state === expected.state ? null : { code: 'other-state', seen: state }
}

const faultsIn = ({ events, blocks }: Held): ReadonlySet<string> =>
  new Set(verify(events, blocks).faults.map(nameOf))

const nameOf = ({ code, event, hash }: Fault): string => [code, event, hash].filter(Boolean).join(' ')
