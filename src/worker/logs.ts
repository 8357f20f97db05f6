import type { Instant } from '#geo'
import type { ColumnBlock } from '../log/columns'
import type { LogEvent } from '../log/events'
import { fold } from '../log/fold'
import { headOf, inOrder } from '../log/order'
import type { Register } from '../log/register'
import { segmentOf } from '../log/verify'
import type { Storage } from '../storage/port'

export interface ReadLog {
  readonly ordered: readonly LogEvent[]
  /** the segments that the events name */
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  readonly head: string | null
}

/** Registers kept: the one on screen and the one before it, e.g. two values of `known`. */
const KEPT = 2

/** Logs read from storage, and their registers by workspace, head and `known`: the worker's only memory. */
export class Logs {
  #blocks = { workspace: '', map: new Map<string, ColumnBlock>() }
  #registers = new Map<string, Register>()

  constructor(readonly storage: Storage) {}

  async read(workspace: string): Promise<ReadLog> {
    const ordered = inOrder(await this.storage.readEvents(workspace))
    if (this.#blocks.workspace !== workspace) this.#blocks = { workspace, map: new Map() }
    const { map } = this.#blocks
    for (const event of ordered) {
      const hash = segmentOf(event)
      if (hash === null || map.has(hash)) continue
      const block = await this.storage.readBlock(workspace, hash)
      if (block) map.set(hash, block)
    }
    return { ordered, blocks: map, head: headOf(ordered) }
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
    if (this.#blocks.workspace === workspace) this.#blocks = { workspace: '', map: new Map() }
    for (const key of [...this.#registers.keys()])
      if (key.startsWith(`${workspace} `)) this.#registers.delete(key)
  }
}
