import type { Hotspot, WeekCounts } from '../../answers'
import { metresBetween } from '../../clusters/distance'
import { BoxIndex } from '../../geometry/box-index'
import { metresPerDegree } from '../../geometry/rings/plane'
import type { Bounds, Position } from '../../geometry/rings/shape'

/** A village that lies somewhere, with its cases. */
export interface VillageWeek extends WeekCounts {
  readonly code: string
  readonly name: string
  readonly town: string | null
  readonly point: Position
}

/** Metres from the middle of a village within which others are its neighbours. */
const REACH_M = 800
const MOST = 6
/** Fewer cases of seven days are no hotspot. */
const LEAST = 5

/**
 * The village whose neighbourhood has most cases, with its neighbours; then the same among those not taken, and so on.
 * They are never joined through shared borders, so that a city does not become one chain. Equal ones by the cases of the
 * village itself, then by code.
 */
export function hotspotsOf(villages: readonly VillageWeek[]): Hotspot[] {
  const near = neighboursOf(villages.map(({ point }) => point))
  const isFree = villages.map(() => true)
  const sums = new Float64Array(villages.length)
  const spread = (row: number, by: number): void => {
    if (by !== 0) for (const other of near(row)) sums[other] = sums[other]! + by
  }
  for (const [row, { week }] of villages.entries()) spread(row, week)
  const spots: Hotspot[] = []
  while (spots.length < MOST) {
    const seed = largestOf(villages, isFree, sums)
    if (seed === null || sums[seed]! < LEAST) break
    const taken = near(seed).filter((row) => isFree[row])
    for (const row of taken) {
      isFree[row] = false
      spread(row, -villages[row]!.week)
    }
    spots.push(
      hotspot(
        villages[seed]!,
        taken.map((row) => villages[row]!),
      ),
    )
  }
  return spots
}

function largestOf(
  villages: readonly VillageWeek[],
  isFree: readonly boolean[],
  sums: Float64Array,
): number | null {
  let best: number | null = null
  for (const [row, { week, code }] of villages.entries()) {
    if (!isFree[row]) continue
    const by =
      best === null
        ? 1
        : sums[row]! - sums[best]! || week - villages[best]!.week || (code < villages[best]!.code ? 1 : -1)
    if (by > 0) best = row
  }
  return best
}

function hotspot({ code, name, point }: VillageWeek, members: readonly VillageWeek[]): Hotspot {
  const towns = new Map<string, number>()
  let [week, before]: [number, number | null] = [0, 0]
  for (const member of members) {
    week += member.week
    before = before === null || member.before === null ? null : before + member.before
    if (member.town !== null && member.week > 0)
      towns.set(member.town, (towns.get(member.town) ?? 0) + member.week)
  }
  const names = [...towns].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([town]) => town)
  return { code, name, towns: names, villages: members.length, week, before, centre: point }
}

/** Rows within reach of a row, itself among them. */
function neighboursOf(points: readonly Position[]): (row: number) => readonly number[] {
  const index = new BoxIndex(points.map(([lon, lat]): Bounds => [lon, lat, lon, lat]))
  return (row) => {
    const [lon, lat] = points[row]!
    const metres = metresPerDegree(lat)
    const [x, y] = [(REACH_M * 1.01) / metres.lon, (REACH_M * 1.01) / metres.lat]
    return index
      .near([lon - x, lat - y, lon + x, lat + y])
      .filter((other) => metresBetween(lon, lat, points[other]![0], points[other]![1]) <= REACH_M)
  }
}
