const bits = new Float64Array(2)
const words = new Uint32Array(bits.buffer)

/** One 32-bit word into the hash, rotated so that high bits reach the low ones (MurmurHash3 by A. Appleby, public domain). */
function mix(h: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  const mixed = h ^ k
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

/** Whole numbers as doubles differ in their upper bits only: every bit must reach the low ones, which choose the slot. */
function hash(x: number, y: number): number {
  bits[0] = x + 0 // −0 and 0 are one place
  bits[1] = y + 0
  let h = mix(mix(mix(mix(0, words[0]!), words[1]!), words[2]!), words[3]!)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Numbers for places: equal coordinates, bit for bit, have one number. Open addressing, without strings. */
export class VertexIds {
  /** flat x, y by number */
  readonly lonLat: Float64Array
  size = 0
  private readonly slots: Int32Array
  private readonly mask: number

  /** `atMost` places will be asked for. */
  constructor(atMost: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(8, atMost * 2)))
    this.slots = new Int32Array(slots).fill(-1)
    this.mask = slots - 1
    this.lonLat = new Float64Array(atMost * 2)
  }

  /** The number of a place asked for before; −1 where it was not. */
  find(x: number, y: number): number {
    let slot = hash(x, y) & this.mask
    for (let id = this.slots[slot]!; id >= 0; id = this.slots[slot]!) {
      if (this.lonLat[2 * id] === x && this.lonLat[2 * id + 1] === y) return id
      slot = (slot + 1) & this.mask
    }
    return -1
  }

  /** The number of a place, a new one if need be. */
  idOf(x: number, y: number): number {
    let slot = hash(x, y) & this.mask
    for (let id = this.slots[slot]!; id >= 0; id = this.slots[slot]!) {
      if (this.lonLat[2 * id] === x && this.lonLat[2 * id + 1] === y) return id
      slot = (slot + 1) & this.mask
    }
    const id = this.size++
    this.slots[slot] = id
    this.lonLat[2 * id] = x
    this.lonLat[2 * id + 1] = y
    return id
  }
}
