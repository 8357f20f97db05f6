import { Cells } from './cells'
import { metresBetween } from './distance'
import { Groups } from './groups'

/** Cases with a position and a day, as columns of one length. */
export interface Located {
  /** degrees WGS-84 */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** calendar day as a number, e.g. days since 1970-01-01 */
  readonly day: Int32Array
}

export interface Reach {
  /** metres between two linked cases, at most; 1 or more */
  readonly radius: number
  /** days between two linked cases, at most; 0 or more */
  readonly window: number
}

/** Cases of one cell in a chain of days without a gap above the window: all of one group. Ascending by day. */
type Chain = readonly number[]

/**
 * Group of each row, as the smallest row in it (single linkage): two cases are linked when they are at most `radius`
 * metres and `window` days apart. In a cell only days decide, which gives chains; two chains of different cells need
 * one link, and none is sought where they already are of one group. Throws RangeError on a reach out of range.
 */
export function linkCases(cases: Located, reach: Reach): Int32Array {
  if (!(reach.window >= 0)) throw new RangeError(`window must be 0 days or more, got ${reach.window}`)
  const cells = new Cells(cases.lon, cases.lat, reach.radius)
  const groups = new Groups(cases.day.length)
  const chains = new Map<number, Chain[]>()
  for (const [cell, rows] of cells.rows) chains.set(cell, chainsOf(cases.day, rows, reach.window))
  for (const list of chains.values())
    for (const chain of list) for (const row of chain) groups.join(chain[0]!, row)
  for (const adjoining of [true, false])
    for (const [cell, list] of chains)
      for (const other of cells.after(cell, adjoining))
        for (const a of list)
          for (const b of chains.get(other)!)
            if (groups.find(a[0]!) !== groups.find(b[0]!) && isLinked(cases, a, b, reach))
              groups.join(a[0]!, b[0]!)
  return Int32Array.from(cases.day, (_, row) => groups.find(row))
}

function chainsOf(day: Int32Array, rows: readonly number[], window: number): Chain[] {
  const sorted = [...rows].sort((a, b) => day[a]! - day[b]!)
  const chains: number[][] = []
  for (const row of sorted) {
    const chain = chains.at(-1)
    if (chain && day[row]! - day[chain.at(-1)!]! <= window) chain.push(row)
    else chains.push([row])
  }
  return chains
}

function isLinked({ lon, lat, day }: Located, a: Chain, b: Chain, { radius, window }: Reach): boolean {
  let start = 0
  for (const one of a) {
    const [from, to] = [day[one]! - window, day[one]! + window]
    while (start < b.length && day[b[start]!]! < from) start++
    for (let at = start; at < b.length && day[b[at]!]! <= to; at++) {
      const other = b[at]!
      if (metresBetween(lon[one]!, lat[one]!, lon[other]!, lat[other]!) <= radius) return true
    }
  }
  return false
}
