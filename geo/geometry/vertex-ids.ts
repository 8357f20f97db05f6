const bits = new Float64Array(2)
const words = new Uint32Array(bits.buffer)

function hash(x: number, y: number): number {
  bits[0] = x + 0 // −0 and 0 are one place
  bits[1] = y + 0
  let h = Math.imul(words[0]! ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul(h ^ words[1]! ^ (h >>> 13), 0xc2b2ae35)
  h = Math.imul(h ^ words[2]! ^ (h >>> 15), 0x27d4eb2f)
  h = Math.imul(h ^ words[3]! ^ (h >>> 13), 0x165667b1)
  return (h ^ (h >>> 16)) >>> 0
}

/** Numbers for places: equal coordinates, bit for bit, have one number. Open addressing, without strings. */
export class VertexIds {
  /** flat lon, lat by number */
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
