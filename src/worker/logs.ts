import type { Instant } from '#geo'
import type { LogEvent } from '../log/events'
import { fold } from '../log/fold/fold'
import type { Register } from '../log/fold/register'
import { headOf, inOrder } from '../log/order'
import type { ColumnBlock } from '../log/rows/columns'
import { segmentOf } from '../log/verify'
import { type Storage, StorageError, type Writing } from '../storage/port'

export interface ReadLog {
  readonly ordered: readonly LogEvent[]
  /** the segments that the events name */
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  readonly head: string | null
}

/** Registers kept: the one on screen and the one before it, e.g. two values of `known`. */
const KEPT = 2

/** The log of the workspace on screen as it was last read or written here. */
interface HeldLog {
  readonly workspace: string
  /** null until it was read once */
  events: readonly LogEvent[] | null
  readonly blocks: Map<string, ColumnBlock>
}

/** Logs read from storage, and their registers by workspace, head and `known`: the worker's only memory. */
export class Logs {
  #held: HeldLog | null = null
  #other: HeldLog | null = null
  #registers = new Map<string, Register>()

  constructor(readonly storage: Storage) {}

  /** Keeps hold of this workspace from now on: when it is gone from storage it can still be read. */
  hold(workspace: string): void {
    if (this.#held?.workspace !== workspace)
      this.#held = this.#other?.workspace === workspace ? this.#other : emptyOf(workspace)
  }

  /** The log in storage; of the workspace that is held, what is left of it here once storage has it no more. */
  async read(workspace: string): Promise<ReadLog> {
    const held = this.#heldOf(workspace)
    try {
      const events = inOrder(await this.storage.readEvents(workspace))
      held.events = events
      for (const event of events) {
        const hash = segmentOf(event)
        if (hash === null || held.blocks.has(hash)) continue
        const block = await this.storage.readBlock(workspace, hash)
        if (block) held.blocks.set(hash, block)
      }
    } catch (cause) {
      if (held !== this.#held || held.events === null || !isLost(cause)) throw cause
    }
    const ordered = held.events ?? []
    return { ordered, blocks: held.blocks, head: headOf(ordered) }
  }

  /** Writes, and holds what was written: a deletion may come before it is read again. Returns the events added. */
  async append(workspace: string, writing: Writing, now: number): Promise<readonly LogEvent[]> {
    let before: readonly LogEvent[] = []
    const events: Writing['events'] = (log) => {
      before = log
      return writing.events(log)
    }
    const added = await this.storage.append(workspace, { blocks: writing.blocks, events }, now)
    if (this.#held?.workspace === workspace && added.length > 0) {
      this.#held.events = inOrder([...before, ...added])
      for (const [hash, block] of writing.blocks) this.#held.blocks.set(hash, block)
    }
    return added
  }

  /** A block in storage, or held. Null where neither has it. */
  async readBlock(workspace: string, hash: string): Promise<ColumnBlock | null> {
    try {
      return await this.storage.readBlock(workspace, hash)
    } catch (cause) {
      if (this.#held?.workspace !== workspace || !isLost(cause)) throw cause
      return this.#held.blocks.get(hash) ?? null
    }
  }

  #heldOf(workspace: string): HeldLog {
    if (this.#held?.workspace === workspace) return this.#held
    if (this.#other?.workspace !== workspace) this.#other = emptyOf(workspace)
    return this.#other
  }

  async register(workspace: string, known: Instant | null): Promise<Register> {
    const log = await this.read(workspace)
    const key = `${workspace} ${log.head} ${known}`
    const kept = this.#registers.get(key)
    if (kept) return kept
    const made = fold(log.ordered, log.blocks, { known })
    this.#registers.set(key, made)
    const [oldest] = this.#registers.keys()
    if (this.#registers.size > KEPT) this.#registers.delete(oldest!)
    return made
  }

  /** What was read of a workspace that is gone. */
  forget(workspace: string): void {
    if (this.#held?.workspace === workspace) this.#held = null
    if (this.#other?.workspace === workspace) this.#other = null
    for (const key of [...this.#registers.keys()])
      if (key.startsWith(`${workspace} `)) this.#registers.delete(key)
  }
}

const emptyOf = (workspace: string): HeldLog => ({ workspace, events: null, blocks: new Map() })

/** The workspace was deleted, its site data cleared, or a newer release has taken it over. */
const isLost = (cause: unknown): boolean =>
  cause instanceof StorageError && (cause.code === 'no-such-workspace' || cause.code === 'newer-release')
