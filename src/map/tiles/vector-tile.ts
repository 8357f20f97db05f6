import { Bytes, varintSize } from './bytes'
import type { Commands } from './commands'

const TYPES = { points: 1, lines: 2, polygons: 3 } as const

/** One layer of a vector tile while it is written: Mapbox Vector Tile 2.1, whole numbers and doubles as values. */
export class TileLayer {
  readonly #name: string
  readonly #extent: number
  readonly #keys: readonly string[]
  readonly #features = new Bytes(1 << 16)
  readonly #values = new Map<number, number>()
  #count = 0

  constructor(name: string, { extent, keys = [] }: { extent: number; keys?: readonly string[] }) {
    this.#name = name
    this.#extent = extent
    this.#keys = keys
  }

  /** Adds a feature with an id or none, and a value for each key. */
  add(
    type: keyof typeof TYPES,
    commands: Commands,
    { id = -1, values = [] }: { id?: number; values?: readonly number[] } = {},
  ): void {
    if (commands.count === 0) return
    const tags = values.flatMap((value, key) => [key, this.#valueAt(value)])
    const tagSize = tags.reduce((sum, tag) => sum + varintSize(tag), 0)
    const size =
      (id < 0 ? 0 : 1 + varintSize(id)) +
      (tags.length === 0 ? 0 : 1 + varintSize(tagSize) + tagSize) +
      2 +
      (1 + varintSize(commands.size) + commands.size)
    const out = this.#features
    out.varint((2 << 3) | 2)
    out.varint(size)
    if (id >= 0) {
      out.varint(1 << 3)
      out.varint(id)
    }
    if (tags.length > 0) {
      out.varint((2 << 3) | 2)
      out.varint(tagSize)
      for (const tag of tags) out.varint(tag)
    }
    out.varint(3 << 3)
    out.varint(TYPES[type])
    out.varint((4 << 3) | 2)
    out.varint(commands.size)
    out.varints(commands.values, commands.count, commands.size)
    this.#count++
  }

  #valueAt(value: number): number {
    let at = this.#values.get(value)
    if (at === undefined) this.#values.set(value, (at = this.#values.size))
    return at
  }

  /** The tile with this layer alone, in a buffer of its own; null where it is empty. */
  get tile(): ArrayBuffer | null {
    if (this.#count === 0) return null
    const layer = new Bytes(this.#features.length + 256)
    const text = (field: number, words: string): void => {
      const bytes = new TextEncoder().encode(words)
      layer.varint((field << 3) | 2)
      layer.varint(bytes.length)
      layer.all(bytes)
    }
    layer.varint(15 << 3)
    layer.varint(2)
    text(1, this.#name)
    layer.all(this.#features.written)
    for (const key of this.#keys) text(3, key)
    for (const value of this.#values.keys()) {
      const isWhole = Number.isSafeInteger(value) && value >= 0
      layer.varint((4 << 3) | 2)
      layer.varint(isWhole ? 1 + varintSize(value) : 9)
      layer.varint(isWhole ? 5 << 3 : (3 << 3) | 1)
      if (isWhole) layer.varint(value)
      else layer.double(value)
    }
    layer.varint(5 << 3)
    layer.varint(this.#extent)
    const tile = new Bytes(layer.length + 16)
    tile.varint((3 << 3) | 2)
    tile.varint(layer.length)
    tile.all(layer.written)
    return tile.written.buffer
  }
}
