import { chainsOf, headsOf } from '../../src/exchange/chains'
import { fileWay } from '../../src/exchange/file/file-way'
import type { Folder } from '../../src/exchange/folder/folder'
import { folderWay, type Lengths } from '../../src/exchange/folder/folder-way'
import { parcelFor, received } from '../../src/exchange/meet'
import type { ExchangeWay, Found, Heads } from '../../src/exchange/port'
import { type Weighed, weigh, written } from '../../src/exchange/take'
import { fold } from '../../src/log/fold/fold'
import { headOf, inOrder } from '../../src/log/order'
import { AUTHOR, LogPen } from './log'

/** Thrown by a folder where the machine is killed: what was written before stands. */
export class Killed extends Error {}

export interface MemoryFolder extends Folder {
  readonly files: Map<string, Uint8Array>
  /** the machine is killed at that write from now; half of what it writes then stands. Null: it is not */
  killAt: number | null
}

/** A folder in memory, whose writes can be cut off. */
export function aFolder(files = new Map<string, Uint8Array>()): MemoryFolder {
  const folder: MemoryFolder = {
    files,
    killAt: null,
    list: async (path) => {
      const under = path === '' ? '' : `${path}/`
      const names = new Map<string, 'file' | 'folder'>()
      for (const one of files.keys()) {
        if (!one.startsWith(under)) continue
        const [name, ...rest] = one.slice(under.length).split('/')
        names.set(name!, rest.length > 0 ? 'folder' : 'file')
      }
      return [...names].map(([name, kind]) => ({ name, kind }))
    },
    read: async (path) => files.get(path)?.slice() ?? null,
    size: async (path) => files.get(path)?.length ?? null,
    write: async (path, keep, bytes) => {
      const before = files.get(path)?.subarray(0, keep) ?? new Uint8Array()
      if (folder.killAt !== null && folder.killAt-- === 0) {
        folder.killAt = null
        files.set(path, joined(before, bytes.subarray(0, bytes.length >> 1)))
        throw new Killed()
      }
      files.set(path, joined(before, bytes))
    },
  }
  return folder
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}

/** A machine with the log of one workspace: acts by its pen, and what came over ways. */
export class Machine extends LogPen {
  /** takes what a way has; returns what was made of it */
  async takeFrom(way: ExchangeWay, isOneFile = false): Promise<Weighed & { readonly found: Found }> {
    const held = inOrder(this.events)
    const came = await received(way, { events: held, blocks: this.blocks })
    const weighed = weigh(held, { ...came, isOneFile }, { use: 'live', clock: this.now })
    if (!weighed.refusal) {
      this.events = [
        ...held,
        ...written(held, weighed.taken, { by: AUTHOR, device: this.device, clock: this.now }),
      ]
      for (const [hash, block] of came.blocks) this.blocks.set(hash, block)
    }
    return { ...weighed, found: came.found }
  }

  /** gives a way what it lacks */
  async giveTo(way: ExchangeWay, found: Omit<Found, 'told'>): Promise<number> {
    const parcel = parcelFor(found, { events: inOrder(this.events), blocks: this.blocks })
    if (parcel.events.length + parcel.blocks.size > 0) await way.give(parcel)
    return parcel.events.length
  }

  heads(): Heads {
    return headsOf(chainsOf(inOrder(this.events)))
  }

  head(): string | null {
    return headOf(inOrder(this.events))
  }

  /** everything that can be asked of the log, as one text */
  state(): string {
    const register = fold(inOrder(this.events), this.blocks, { known: null })
    return JSON.stringify(register, (_, value) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    )
  }
}

/** A way between machines, by its name: each call opens it as one device sees it. */
export interface Ground {
  readonly open: (machine: Machine) => ExchangeWay
}

/** Each device remembers, as it does beside its log, how long the files were. */
export function folderGround(folder: Folder = aFolder()): Ground {
  const lengths = new Map<string, Lengths>()
  return {
    open: ({ device }) => {
      const way = folderWay(folder, device, lengths.get(device))
      const keeping = async <Value>(task: Promise<Value>): Promise<Value> => {
        const value = await task
        lengths.set(device, way.lengths())
        return value
      }
      return { ...way, find: () => keeping(way.find()), give: (parcel) => keeping(way.give(parcel)) }
    },
  }
}

/** Files that lie in a tray: the one that lies there is taken, and the one that is made takes its place. */
export function fileGround(tray: { bytes: Uint8Array | null } = { bytes: null }): Ground {
  return {
    open: (machine) =>
      fileWay(
        {
          came: async () => tray.bytes,
          goes: async (bytes) => {
            tray.bytes = bytes
          },
        },
        (forHeads) => ({
          heads: machine.heads(),
          forHeads,
          device: machine.device,
          title: '甲区',
          use: 'live',
          madeAt: new Date(machine.now).toISOString(),
          notice: '',
        }),
      ),
  }
}
