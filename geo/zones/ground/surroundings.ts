import type { Setting } from '../moves/setting'
import type { Standing } from '../stays/standing'
import { ownedShares } from './enclosure'
import { byStrictness, encloserOf, type Ordered, rankOf } from './ground'

const sumOf = (shares: readonly { readonly share: number }[]): number =>
  shares.reduce((sum, { share }) => sum + share, 0)

/** Share of a line that may be lost to rounding where zones lie all round. */
const WHOLE = 1e-6

/** Zones as they stand, and in which zone each runs on that was merged. */
export interface Surrounded {
  readonly live: Setting['live']
  readonly standings: readonly Standing[]
  readonly heirOf: (id: string) => string
}

/** Who lies inside whom, by id; null where no weaker zone lies around. */
export function enclosersOf({ live, standings, heirOf }: Surrounded): Map<string, string | null> {
  const standing = standings.filter((one) => !one.over)
  const all = standing.map((one) => ordered(live, one)).sort(byStrictness)
  const found = standing.map((one): [string, string | null] => {
    const beside = (live.get(one.id)?.ground.beside ?? []).map(({ share, zones }) => ({
      share,
      zones: zones.map(heirOf),
    }))
    const parent = one.parent === null ? null : heirOf(one.parent)
    return [one.id, encloserOf({ ...ordered(live, one), parent, beside }, all)]
  })
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The weakest of the zones all round; null where some of the ground beside its line is in no zone. */
export function weakestAround(id: string, around: Surrounded): Standing | null {
  return zonesAround(id, around)[0] ?? null
}

/**
 * The zones that together hold all the ground beside its line, the weakest first, of several the one with most of it; none
 * where some of that ground is in no zone.
 */
function zonesAround(id: string, { live, standings, heirOf }: Surrounded): Standing[] {
  const all = live.get(id)?.ground.beside ?? []
  if (sumOf(all) < 1 - WHOLE) return []
  const heirs = all.map(({ share, zones }) => ({ share, zones: zones.map(heirOf) }))
  const beside = heirs.filter(({ zones }) => !zones.includes(id))
  const others = standings.filter((one) => !one.over && one.id !== id)
  const order = others.map((one) => ordered(live, one)).sort(byStrictness)
  const held = [
    ...ownedShares(
      beside,
      order.map((one) => one.id),
    ),
  ]
  const owned = held.reduce((sum, [, share]) => sum + share, 0)
  if (held.length === 0 || owned < sumOf(beside) - WHOLE) return []
  const shares = new Map(held)
  return others
    .filter((one) => shares.has(one.id))
    .sort((a, b) => a.rank - b.rank || shares.get(b.id)! - shares.get(a.id)! || (a.id < b.id ? -1 : 1))
}

/** The zones all round that hold it where it is, each stricter than itself and than where it would go, the weakest first. */
export function holding(standing: Standing, to: string, around: Surrounded): Standing[] {
  const held = zonesAround(standing.id, around)
  const rank = Math.max(standing.rank, rankOf(standing.policy, to))
  return held[0] && held[0].rank > rank ? held : []
}

/** Zones of which nobody knows how strict they are, taken to be stricter than any other. */
export function atStrictest(around: Surrounded, unread: ReadonlySet<string>): Surrounded {
  const rank = Number.POSITIVE_INFINITY
  const standings = around.standings.map((one) => (unread.has(one.id) ? { ...one, rank } : one))
  return { ...around, standings }
}

function ordered(live: Setting['live'], { id, rank }: Standing): Ordered {
  return { id, rank, areaM2: live.get(id)?.ground.areaM2 ?? 0 }
}
