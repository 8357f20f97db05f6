import type { Instant } from '../time/calendar'

/** Zones and when each is to be looked at again, the earliest first. */
export class Agenda {
  private readonly at = new Map<string, Instant>()
  /** a heap, the earliest at the root; an entry of which the zone has another instant by now counts no more */
  private readonly heap: { readonly id: string; readonly at: Instant }[] = []

  has(id: string): boolean {
    return this.at.has(id)
  }

  ids(): Iterable<string> {
    return this.at.keys()
  }

  put(id: string, at: Instant): void {
    this.at.set(id, at)
    const { heap } = this
    let i = heap.push({ id, at }) - 1
    for (let up = (i - 1) >> 1; i > 0 && heap[up]!.at > at; up = (i - 1) >> 1) {
      this.swap(i, up)
      i = up
    }
  }

  remove(id: string): void {
    this.at.delete(id)
  }

  /** The earliest instant of any zone; Infinity where there is none. */
  get next(): Instant {
    while (this.heap[0] && !this.isCurrent(this.heap[0])) this.drop()
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  /** Zones whose turn has come, by id; each is to be put or removed then. */
  takeDue(at: Instant): string[] {
    const due = new Set<string>()
    while (this.next <= at && this.heap.length > 0) {
      due.add(this.heap[0]!.id)
      this.drop()
    }
    return [...due].sort()
  }

  private isCurrent({ id, at }: { readonly id: string; readonly at: Instant }): boolean {
    return this.at.get(id) === at
  }

  private drop(): void {
    const { heap } = this
    const last = heap.pop()!
    if (heap.length === 0) return
    heap[0] = last
    for (let i = 0; ; ) {
      const left = 2 * i + 1
      const least = heap[left + 1] && heap[left + 1]!.at < heap[left]!.at ? left + 1 : left
      if (!heap[least] || heap[least].at >= heap[i]!.at) return
      this.swap(i, least)
      i = least
    }
  }

  private swap(a: number, b: number): void {
    const { heap } = this
    const moved = heap[a]!
    heap[a] = heap[b]!
    heap[b] = moved
  }
}
