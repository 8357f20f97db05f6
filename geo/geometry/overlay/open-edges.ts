import type { Ring } from '../rings/shape'
import { VertexIds } from '../rings/vertex-ids'
import type { EdgeList } from './rings-of-edges'

/**
 * Directed edges of which those that are passed once each way strike each other out. In columns, found by both their
 * ends through open addressing.
 */
export class OpenEdges {
  private readonly vertices: VertexIds
  /** by edge in the order in which they opened: its ends, and whether it still is open */
  private readonly from: Int32Array
  private readonly to: Int32Array
  private readonly isOpen: Uint8Array
  private count = 0
  /** the edge opened last between two ends, by their slot; −1 is free */
  private readonly slots: Int32Array
  private readonly mask: number
  /** by vertex: how many before it an edge had opened at; −1 where none has */
  private readonly rankOf: Int32Array
  private ranks = 0

  /** `most`: edges that will be followed. */
  constructor(most: number) {
    this.vertices = new VertexIds(most)
    this.from = new Int32Array(most)
    this.to = new Int32Array(most)
    this.isOpen = new Uint8Array(most)
    const slots = 2 ** Math.ceil(Math.log2(Math.max(8, most * 2)))
    this.slots = new Int32Array(slots).fill(-1)
    this.mask = slots - 1
    this.rankOf = new Int32Array(most).fill(-1)
  }

  /** Takes the edges of a ring; false where one of them is open already. */
  follow(ring: Ring): boolean {
    const { vertices } = this
    let from = vertices.idOf(ring[0]!, ring[1]!)
    for (let i = 2; i + 1 < ring.length; i += 2) {
      const to = vertices.idOf(ring[i]!, ring[i + 1]!)
      if (to === from) continue
      if (!this.strike(to, from) && !this.open(from, to)) return false
      from = to
    }
    return true
  }

  private slotOf(from: number, to: number): number {
    let slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & this.mask
    for (let edge = this.slots[slot]!; edge >= 0; edge = this.slots[slot]!) {
      if (this.from[edge] === from && this.to[edge] === to) break
      slot = (slot + 1) & this.mask
    }
    return slot
  }

  private strike(from: number, to: number): boolean {
    const edge = this.slots[this.slotOf(from, to)]!
    if (edge < 0 || this.isOpen[edge] === 0) return false
    this.isOpen[edge] = 0
    return true
  }

  private open(from: number, to: number): boolean {
    const slot = this.slotOf(from, to)
    const known = this.slots[slot]!
    if (known >= 0 && this.isOpen[known] === 1) return false
    if (this.rankOf[from] === -1) this.rankOf[from] = this.ranks++
    this.from[this.count] = from
    this.to[this.count] = to
    this.isOpen[this.count] = 1
    this.slots[slot] = this.count++
    return true
  }

  /** What is open, by the vertices in the order in which edges first opened there, then as they opened. */
  list(): EdgeList {
    const left: number[] = []
    for (let edge = 0; edge < this.count; edge++) if (this.isOpen[edge] === 1) left.push(edge)
    left.sort((one, other) => this.rankOf[this.from[one]!]! - this.rankOf[this.from[other]!]! || one - other)
    return {
      from: left.map((edge) => this.from[edge]!),
      to: left.map((edge) => this.to[edge]!),
      vertices: this.vertices,
    }
  }
}
